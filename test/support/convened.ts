import type { DecisionRecord } from '../../server/jury/record.rules.ts';
import type { BackOffice } from './back-office.ts';
import { makeEdition } from './edition.ts';
import { type juryVerbs, makePanel, type SeenItem, type TestJuror } from './jury.ts';
import { byPhone, type TestRow } from './sample.ts';

const names = ['Aline', 'Basile', 'Chloé', 'Denis', 'Elsa', 'Farid', 'Gaëlle'];

/** Two towns equal at the head, one behind, two that nobody reached. */
export const tied = ['T1', 'T2', 'T3'].map((of, i) => byPhone(`P${i}`, of, i === 2 ? 'non 3 5' : 'oui 3 5'));

/** Juries of seven, each of which meets on the towns of an edition of its own; Aline presides, Chloé keeps the meeting. */
export function juriesOf(office: BackOffice) {
  const { sql } = office;
  let year = 2022;
  return async function jury(
    rules: object = {},
    more: { fieldwork?: readonly TestRow[]; award?: object; absent?: string[] } = {},
  ) {
    const edition = await makeEdition(office, 'DELIBERATION', {
      ...{ year: ++year, ...(more.fieldwork ? { fieldwork: more.fieldwork } : {}) },
    });
    for (const [column, value] of Object.entries(more.award ?? {}))
      await sql(`update category set ${column} = ? where id = ?`, [value, edition.category.towns]);
    const panel = await makePanel(office, edition, names);
    const mandate = await panel.entrust(edition.category.towns, rules);
    const who = Object.fromEntries(panel.jurors.map((juror) => [juror.name, juror])) as Record<string, TestJuror>;
    const absent = panel.jurors.filter(({ name }) => more.absent?.includes(name));
    const room = await panel.convene([mandate], absent);
    const id = room.itemOf(mandate);
    const did = (name: string, verb: keyof typeof juryVerbs, variables: object = {}) =>
      room.did(who[name] as TestJuror, verb, { id, ...variables });
    const vote = (name: string, ballot: object, asItIs = false) => did(name, 'cast', { ballot, asItIs });
    const items = async (name = 'Denis') =>
      (await room.view(who[name] as TestJuror)).items.filter((each) => each.mandateId === mandate.id);
    const last = async (name?: string) => (await items(name)).at(-1) as SeenItem;
    const codes = (...of: string[]) => of.map((each) => mandate.codeOf[each] ?? '');
    const laureates = async () =>
      (
        await sql<{ reference: string }>(
          `select s.reference from laureate l join trophy t on t.id = l.trophy_id join structure s on s.id = l.structure_id
         where t.category_id = ? order by s.reference`,
          [edition.category.towns],
        )
      ).map(({ reference }) => reference);
    const record = async (): Promise<DecisionRecord> => {
      const [row] = await sql<{ record: string }>(
        `select record from decision d join trophy t on t.id = d.trophy_id where t.category_id = ? order by d.number desc limit 1`,
        [edition.category.towns],
      );
      return JSON.parse(row?.record ?? 'null');
    };
    return { edition, panel, mandate, who, room, id, did, vote, items, last, codes, laureates, record };
  };
}

export const FOR = { mode: 'RATIFY', opinion: 'FOR' };
export const AGAINST = { mode: 'RATIFY', opinion: 'AGAINST' };
export const refusalsOf = async (answer: Promise<{ refusals: string[] }>) => (await answer).refusals;
