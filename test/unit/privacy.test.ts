import { describe, expect, test } from 'vitest';
import { identifiersIn } from '../../server/privacy/privacy.rules.ts';
import { judged, romain, verbatimsIn } from '../support/verbatims.ts';

/** What is found, and why. */
const found = (text: string) => identifiersIn(text, romain).map(({ text, reason }) => [text, reason]);

describe('what in a text identifies an agent', () => {
  test('on verbatims the rules were never tuned on, 95 % of what identifies is found, and nine in ten found are right', () => {
    const held = verbatimsIn('held');
    expect(held.length).toBeGreaterThan(200);
    const { recall, precision, missed, wrong } = judged(held);
    console.info(`held apart: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`);
    expect({ recall, missed }).toSatisfy(() => recall >= 0.95);
    expect({ precision, wrong }).toSatisfy(() => precision >= 0.9);
  });

  test('half the verbatims identify nobody, so that precision means something', () => {
    for (const name of ['tuned', 'held'] as const) {
      const all = verbatimsIn(name);
      const innocent = all.filter(({ marks }) => marks.length === 0).length;
      expect(innocent / all.length).toBeGreaterThan(0.45);
    }
  });

  test('those they were tuned on are found as well', () => {
    const { recall, precision } = judged(verbatimsIn('tuned'));
    expect([recall >= 0.98, precision >= 0.95]).toEqual([true, true]);
  });

  test('each span says where it stands and why it is held to identify someone', () => {
    const text = 'Reçue par Karim, du 04 65 71 12 45 ; écrire à Mme Le Goff.';
    expect(identifiersIn(text, romain)).toEqual([
      { kind: 'NAME', reason: 'FIRST_NAME', start: 10, end: 15, text: 'Karim' },
      { kind: 'PHONE', reason: 'DIRECT_LINE', start: 20, end: 34, text: '04 65 71 12 45' },
      { kind: 'NAME', reason: 'TITLE', start: 46, end: 57, text: 'Mme Le Goff' },
    ]);
    for (const { start, end, text: span } of identifiersIn(text, romain)) expect(text.slice(start, end)).toBe(span);
  });

  test('an address said aloud is one', () =>
    expect(found('écrivez à prenom.nom arobase ville point fr')).toEqual([
      ['prenom.nom arobase ville point fr', 'PERSONAL_ADDRESS'],
    ]));

  test('non-breaking spaces and typographic apostrophes change nothing', () =>
    expect(found('Elle s’appelle Nadia : 04\u00a065\u202f71\u00a012\u00a045')).toEqual([
      ['Nadia', 'INTRODUCED'],
      ['04\u00a065\u202f71\u00a012\u00a045', 'DIRECT_LINE'],
    ]));

  test('the structure’s own number, mailbox and names identify nobody, however they are written', () =>
    expect(found('+33 (0)4.77.00.12.34, MAIRIE.ACCUEIL@saint-romain.example, Ville de Saint-Romain')).toEqual([]));

  test('another number of the same shape does', () =>
    expect(found('04 77 00 12 35')).toEqual([['04 77 00 12 35', 'DIRECT_LINE']]));

  test('a place that bears a name is nobody; the agent met there is', () =>
    expect(found('Médiathèque Jean-Moulin, rue Victor-Hugo : accueil de Sophie Martin')).toEqual([
      ['Sophie Martin', 'FULL_NAME'],
    ]));

  test('whoever answers a line is someone, and the line no place', () =>
    expect(found('On m’a passé la ligne de Mme Durand.')).toEqual([['Mme Durand', 'TITLE']]));
});
