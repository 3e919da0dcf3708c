import { expect, test } from 'vitest';
import { type Asker, actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';
import { textIn } from '../support/pdf.ts';

const office = await makeBackOffice('report');
const { app, done, headersOf } = office;
const { id, enrolment, structure, category } = await makeEdition(office, 'PUBLISHED');

const get = async (asker: Asker, path: string) => {
  const response = await app.inject({ method: 'GET', url: `/admin/reports/${path}`, headers: headersOf(asker) });
  const isPdf = response.headers['content-type'] === 'application/pdf';
  return {
    bytes: response.rawPayload,
    name: response.headers['content-disposition'],
    refusal: isPdf ? null : response.json<{ errors: { extensions: { code: string } }[] }>().errors[0]?.extensions.code,
  };
};
const own = (reference: string) => actorOf('PARTICIPANT', structure[reference]);

test('a ranking reads the same in the document as in the list: same order, same ranks, same scores', async () => {
  const { bytes, name } = await get('MANAGER', `ranking/${category.towns}`);
  expect(name).toBe('attachment; filename="classement-towns-2022.pdf"');
  const query = `query ($id: ID!) { ranking(editionId: $id) { category { code } lines { rank score enrolment { structure { name } } } } }`;
  const all = await done<
    {
      category: { code: string };
      lines: { rank: number; score: string; enrolment: { structure: { name: string } } }[];
    }[]
  >(query, { id });
  const lines = all.find((each) => each.category.code === 'towns')?.lines ?? [];
  expect(lines.length).toBeGreaterThan(3);
  const text = textIn(bytes);
  let from = 0;
  for (const { rank, score, enrolment } of lines)
    for (const told of [String(rank), enrolment.structure.name, score.replace('.', ',')]) {
      expect(text.indexOf(told, from), `${told} in ${text.slice(from, from + 200)}`).toBeGreaterThanOrEqual(from);
      from = text.indexOf(told, from) + told.length;
    }
});

test('a document is tagged for those who do not see it, and the same bytes twice, even asked for five times at once', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => get('MANAGER', `score-sheet/${enrolment.T1}`)));
  expect(new Set(all.map(({ bytes }) => bytes.toString('latin1'))).size).toBe(1);
  expect(all[0]?.bytes.toString('latin1')).toContain('pdfuaid:part');
  expect(all[0]?.name).toBe('attachment; filename="releve-T1-2022.pdf"');
});

test('the formula of a score sheet is that of the contract, to the letter', async () => {
  const { formula } = await done<{ formula: string[] }>(
    'query ($id: ID!) { scoreSheet(enrolmentId: $id) { formula } }',
    {
      id: enrolment.T1,
    },
  );
  const text = plain(textIn((await get('MANAGER', `score-sheet/${enrolment.T1}`)).bytes));
  expect(formula.length).toBeGreaterThan(2);
  for (const line of formula) expect(text).toContain(plain(line));
});

test('a structure reads its own sheet, and no other name than its own', async () => {
  const { bytes, refusal } = await get(own('T1'), `score-sheet/${enrolment.T1}`);
  expect(refusal).toBeNull();
  const text = textIn(bytes);
  expect(text).toContain('Aubrevaux');
  for (const other of ['Beaumarsan', 'Corvisart', 'Duneroche', 'Esperval']) expect(text).not.toContain(other);
});

test.each<[string, Asker, string, string]>([
  ['another structure', own('T2'), `score-sheet/${enrolment.T1}`, 'NOT_FOUND'],
  ['a stranger', null, `score-sheet/${enrolment.T1}`, 'UNAUTHENTICATED'],
  ['a juror', 'JUROR', `score-sheet/${enrolment.T1}`, 'FORBIDDEN'],
  ['a structure', own('T1'), `ranking/${category.towns}`, 'FORBIDDEN'],
  ['a stranger', null, `ranking/${category.towns}`, 'UNAUTHENTICATED'],
  ['staff, for a sheet that does not exist', 'MANAGER', 'score-sheet/nothing', 'NOT_FOUND'],
  ['staff, for a category that does not exist', 'MANAGER', `ranking/${enrolment.T1}`, 'NOT_FOUND'],
])('%s is refused', async (_, asker, path, code) => {
  expect((await get(asker, path)).refusal).toBe(code);
});

/** Lines break where the page ends: what is compared is what is written, not where. */
const plain = (text: string): string => text.replace(/\s+/g, '');
