import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Statement, sealedStatementOf } from '../../server/diploma/statement.rules.ts';
import { openSeal } from '../../server/kernel/seal.ts';
import { verify } from '../../server/minutes/verify-jury.mjs';

const seal = openSeal('a-secret-of-enough-characters-to-be-taken');
const title = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).filter((said) => said.trim() !== '');
const statements: fc.Arbitrary<Statement> = fc.record({
  edition: fc.record({
    label: title,
    year: fc.integer({ min: 2000, max: 2100 }),
    ordinal: fc.integer({ min: 1, max: 90 }),
    simulated: fc.boolean(),
  }),
  award: fc.record({ kind: fc.constantFrom('TROPHY', 'PRIZE'), label: title }),
  laureate: title,
  mention: fc.option(title),
  decidedOn: fc.constant('2022-10-04'),
  decisionHash: fc.stringMatching(/^[0-9a-f]{64}$/),
});

describe('the code of a diploma', () => {
  test('is found right without anything but itself and the key, and says what was decided', () =>
    fc.assert(
      fc.property(statements, (statement) => {
        const { told, publicKey } = verify(sealedStatementOf(statement, seal), { key: seal.publicKey });
        expect(publicKey).toBe(seal.publicKey);
        expect(told.join('\n')).toContain(`d’empreinte ${statement.decisionHash}`);
        expect(told.some((said) => said.startsWith('FICTIF'))).toBe(statement.edition.simulated);
      }),
    ));

  test('is refused when any of its characters is another', () =>
    fc.assert(
      fc.property(statements, fc.nat(), (statement, n) => {
        const code = sealedStatementOf(statement, seal);
        const i = n % code.length;
        const forged = `${code.slice(0, i)}${code[i] === 'A' ? 'B' : 'A'}${code.slice(i + 1)}`;
        expect(() => verify(forged)).toThrow();
      }),
    ));

  test('is refused with another key, even one that signs it again', () => {
    const statement = { ...sample, laureate: 'Ville de Faussaire' };
    const other = openSeal('another-secret-of-enough-characters-to-be-taken');
    expect(() => verify(sealedStatementOf(statement, other), { key: seal.fingerprint })).toThrow('une autre clé');
    expect(verify(sealedStatementOf(statement, other)).publicKey).toBe(other.publicKey);
  });
});

const sample: Statement = {
  edition: { label: 'Baromètre', year: 2022, ordinal: 10, simulated: false },
  ...{ award: { kind: 'TROPHY', label: 'Communes' }, laureate: 'Ville de Chaumont', mention: null },
  ...{ decidedOn: '2022-10-04', decisionHash: 'ab'.repeat(32) },
};
