import { describe, expect, test } from 'vitest';
import { typedIn } from '../../server/prose/typed.rules.ts';
import { innocent, planted } from '../support/typed.ts';

const names = [
  ...['Villes de plus de 50 000 habitants', 'Courriels répondus en moins de 10 jours'],
  ...['Courriers répondus en moins de 15 jours', 'Réponses aux messages privés en moins de 3 jours'],
];
const found = (line: string) => typedIn(line.replace(/\{\{[^{}]*\}\}/g, '\uFFFC'), names).map(({ text }) => text);

describe('a figure typed by hand', () => {
  test('is found 95 times out of 100 or more, on two hundred that were planted', () => {
    expect(new Set(planted).size).toBeGreaterThanOrEqual(200);
    const missed = planted.filter((sentence) => found(sentence).length === 0);
    expect(1 - missed.length / planted.length, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  test('is seen where there is none 5 times out of 100 or less', () => {
    expect(new Set(innocent).size).toBeGreaterThanOrEqual(100);
    const alarms = innocent.filter((sentence) => found(sentence).length > 0);
    const told = alarms.map((sentence) => `${sentence} → ${found(sentence)}`).join('\n');
    expect(alarms.length / innocent.length, told).toBeLessThanOrEqual(0.05);
  });

  test.each([
    ['Seuls 20 % des sites répondent.', ['20 %']],
    ['Deux tiers des appels et la moitié des lettres.', ['Deux tiers', 'moitié']],
    ['Trois structures sur quatre, soit 75 %.', ['Trois', 'quatre', '75 %']],
    ['Soixante-dix-sept pour cent des appels.', ['Soixante-dix-sept pour cent']],
    ['Le 10 novembre 2022, 311 structures.', ['311']],
  ])('is told as it stands: %s', (line, figures) => {
    expect(found(line)).toEqual(figures);
  });

  test('stands where it is said to, whatever spaces come before', () => {
    const line = 'Au\u00a0téléphone\u202f: 77\u00a0% des appels.';
    const [figure] = typedIn(line);
    expect(line.slice(figure?.at, (figure?.at ?? 0) + (figure?.text.length ?? 0))).toBe('77\u00a0%');
  });
});
