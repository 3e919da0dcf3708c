import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { byEmail, byPhone, configuration, sheetOf } from '../support/sample.ts';

const office = await makeBackOffice('condition');
const { done, sql } = office;

/** The small edition, its e-mails asked step by step: the delay of an answer, and the tone of one that came slowly. */
const { id, importTests, moveTo } = await makeEdition(office, 'PREPARATION');
const grid = configuration();
for (const criterion of grid.channels.flatMap(({ criteria }) => criteria)) {
  if (criterion.code === 'email.delay') criterion.conditions = [{ criterion: 'email.answered', in: ['1'] }];
  if (criterion.code === 'email.tone') criterion.conditions = [{ criterion: 'email.delay', from: '2' }];
}
await done(verbs.configure, { id, grid });
await moveTo('FIELDWORK');

const email = (test: string, answered: string, delay: string, tone: string) => ({
  ...{ ...byEmail(test, 'T1', answered), 'email.delay': delay, 'email.tone': tone },
});
const field = [
  ...[email('E1', 'oui', '3', 'clair'), email('E2', 'oui', '1', ''), email('E3', 'non', '', '')],
  ...[email('E4', 'non', 'SO', 'sans objet'), email('E5', 'np', '', ''), byPhone('P1', 'T1', 'oui 3 5')],
];

test.each([
  ['a delay of an answer that never came', email('B', 'non', '3', ''), 'email.delay', '3', 'NOT_ASKED'],
  [
    'a reason why there is no delay, but not the one',
    email('B', 'non', 'nobs', ''),
    'email.delay',
    'nobs',
    'NOT_ASKED',
  ],
  ['a tone at the end of the chain', email('B', 'non', '', 'clair'), 'email.tone', 'clair', 'NOT_ASKED'],
  ['a tone of a quick answer', email('B', 'oui', '1.5', 'clair'), 'email.tone', 'clair', 'NOT_ASKED'],
  ['no delay where there was an answer', email('B', 'oui', '', ''), 'email.delay', '', 'MISSING_VALUE'],
  ['no word of the answer itself', email('B', '', '3', 'clair'), 'email.answered', '', 'MISSING_VALUE'],
])('a row with %s is refused for that alone', async (_, row, column, value, reason) => {
  const report = await importTests(sheetOf([row]));
  expect(report).toMatchObject({ applied: false, faults: [{ line: 2, column, value, reason }] });
  expect(report.faults).toHaveLength(1);
});

test('what was not asked is not applicable, whether its cell is empty or says so', async () => {
  expect(await importTests(sheetOf(field))).toMatchObject({ applied: true, created: 6, faults: [] });
  const stored = await sql<{ said: string }>(
    `select a.reference || ' ' || string_agg(coalesce(m.absence, m.choice, trim_scale(m.amount)::text), ' '
       order by c.position) as said
     from audit a join measurement m on m.audit_id = a.id join criterion c on c.id = m.criterion_id
     group by a.reference order by a.reference`,
  );
  expect(stored.map(({ said }) => said)).toEqual([
    'E1 1 3 clair',
    'E2 1 1 NOT_APPLICABLE',
    'E3 0 NOT_APPLICABLE NOT_APPLICABLE',
    'E4 0 NOT_APPLICABLE NOT_APPLICABLE',
    'E5 NOT_OFFERED NOT_APPLICABLE NOT_APPLICABLE',
    'P1 1 3 5',
  ]);
});

test('the same file again changes nothing, and an answer that came after all is asked about', async () => {
  expect(await importTests(sheetOf(field))).toMatchObject({ created: 0, changed: 0, unchanged: 6 });
  expect(await importTests(sheetOf([email('E3', 'oui', '', '')]))).toMatchObject({ applied: false });
  expect(await importTests(sheetOf([email('E3', 'oui', '2', 'partiel')]))).toMatchObject({ applied: true, changed: 1 });
});

test('what was not asked weighs nothing: the score rests on the rest', async () => {
  await moveTo('CONTROL');
  await done(verbs.decide, { id, state: 'VALIDATED' });
  await done(verbs.compute, { id });
  const rows = await sql<{ base: number; exact: string }>(
    `select s.base, s.exact from score s join criterion c on c.id = s.criterion_id where c.code = 'email.tone'`,
  );
  // E1 said "clair", E3 "partiel": (100 + 50) / 2, the three that were not asked left out.
  expect(rows.filter(({ base }) => base > 0)).toEqual([{ base: 2, exact: '75' }]);
});
