import { describe, expect, test } from 'vitest';
import { type Diploma, diplomaOf } from '../../server/diploma/diploma.rules.ts';
import { diplomaReport } from '../../server/diploma/diploma.service.ts';
import { sealedStatementOf } from '../../server/diploma/statement.rules.ts';
import { openSeal } from '../../server/kernel/seal.ts';
import { verify } from '../../server/minutes/verify-jury.mjs';
import { codeIn } from '../support/code.ts';
import { textIn } from '../support/pdf.ts';

const seal = openSeal('a-secret-of-enough-characters-to-be-taken');
const diploma: Diploma = {
  statement: {
    edition: { label: 'Baromètre de la qualité de l’accueil', year: 2022, ordinal: 10, simulated: true },
    award: { kind: 'TROPHY', label: 'Communes de 2 000 à 10 000 habitants' },
    ...{ laureate: 'Communauté d’agglomération du Val d’Esperval', mention: 'œuvre de proximité' },
    ...{ decidedOn: '2022-10-04', decisionHash: 'ab'.repeat(32) },
  },
  point: 'Une réponse écrite à chaque demande, sous trois jours.',
  usages: [{ label: 'Logo', wording: 'Lauréat 2022', from: '2022-11-10', until: '2023-10-09' }],
};
const said = sealedStatementOf(diploma.statement, seal);

describe('a diploma', () => {
  const { content } = diplomaReport(diploma, seal, 'diplome.pdf');

  test('prints a code that, read from the page, is its statement to the letter, and verifies', () => {
    expect(codeIn(content)).toBe(said);
    expect(verify(codeIn(content) ?? '', { key: seal.fingerprint }).told).toEqual([
      'Valide : Communauté d’agglomération du Val d’Esperval, trophée « Communes de 2 000 à 10 000 habitants », Baromètre de la qualité de l’accueil, 2022.',
      'Mention : œuvre de proximité.',
      `Décision du 2022-10-04, d’empreinte ${'ab'.repeat(32)}.`,
      'FICTIF : établi pour une démonstration, ce prix n’a pas été décerné.',
    ]);
  });

  test('prints the lines of its code as they are, for whoever types them', () => {
    const text = textIn(content);
    for (const line of said.split('\n')) expect(text).toContain(line);
  });

  test('says what may be used and how long, that it is fictional, and names its code to those who do not see it', () => {
    const text = textIn(content).replace(/\s/g, ' ');
    expect(text).toContain('Lauréat 2022');
    expect(text).toContain('du 10 novembre 2022 au 9 octobre 2023');
    expect(text).toContain('Diplôme fictif');
    expect(diplomaOf(diploma, said, seal.fingerprint).codeAlt).toContain('Code QR');
    expect(content.toString('latin1')).toContain('pdfuaid:part');
  });

  test('is the same bytes twice', () => {
    expect(diplomaReport(structuredClone(diploma), seal, 'x').content.equals(content)).toBe(true);
  });

  test('carries the longest names there are', () => {
    const long = {
      ...diploma,
      statement: {
        ...diploma.statement,
        laureate: 'Service départemental '.repeat(9).trim(),
        mention: 'ï'.repeat(200),
      },
    };
    expect(codeIn(diplomaReport(long, seal, 'x').content)).toBe(sealedStatementOf(long.statement, seal));
  });

  test('of a real award says nothing of fiction', () => {
    const statement = { ...diploma.statement, edition: { ...diploma.statement.edition, simulated: false } };
    expect(textIn(diplomaReport({ ...diploma, statement }, seal, 'x').content)).not.toMatch(/fictif/i);
  });
});
