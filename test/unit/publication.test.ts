import { expect, test } from 'vitest';
import { told, toldBeside } from '../../server/publication/publication.rules.ts';

test('a figure that four structures make up is withheld, whatever it is', () => {
  expect(told('71.8', 4)).toEqual({ value: null, withheld: 'SMALL_BASE' });
  expect(told('71.8', 5)).toEqual({ value: '71.8', withheld: null });
});

test('an overall mean does not give away the parts that are withheld', () => {
  expect(toldBeside('65', 13, [10, 3])).toBeNull();
  expect(toldBeside('65', 17, [10, 3, 4])).toBe('65');
  expect(toldBeside('65', 10, [10, 0])).toBe('65');
});
