import { expect, test } from 'vitest';
import { outcomeOf } from '../../server/claim/claim.rules.ts';
import { daysNamedIn } from '../../server/claim/day.rules.ts';

test.each([
  ['La panne du 6 mai est confirmée.', ['2026-05-06']],
  ['Panne du 06/05/2026, puis le 1ᵉʳ août.', ['2026-05-06', '2026-08-01']],
  ['Fermé le 1er aout et le 6.5.', ['2026-05-06', '2026-08-01']],
  ['Journal du 2026-05-06.', ['2026-05-06']],
  ['Ni le 16 mai, ni le 6 juin, ni le 06/05/26 à la page 106/05.', ['2026-05-06']],
  ['Le 16/05 et le 6/051, article 3.6.5.', []],
])('the days of tests that « %s » names are found', (text, days) => {
  expect(daysNamedIn(text, ['2026-05-06', '2026-08-01'])).toEqual(days);
});

test('a claim is accepted when all of it is, refused when nothing is, and partly otherwise', () => {
  expect(outcomeOf(['ACCEPTED', 'ACCEPTED'])).toBe('ACCEPTED');
  expect(outcomeOf(['REFUSED', 'REFUSED'])).toBe('REFUSED');
  for (const some of [['ACCEPTED', 'REFUSED'], ['PARTLY'], ['PARTLY', 'ACCEPTED'], ['PARTLY', 'REFUSED']] as const)
    expect(outcomeOf(some)).toBe('PARTLY');
  expect(outcomeOf(['ACCEPTED', null])).toBeNull();
  expect(outcomeOf([])).toBeNull();
});
