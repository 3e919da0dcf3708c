import type { Act } from './acts.ts';
import type { BackOffice } from './back-office.ts';
import { makeEdition } from './edition.ts';
import { juryVerbs, makePanel, type Seen, settle, type TestJuror } from './jury.ts';

export type Real = Awaited<ReturnType<typeof makeReal>>;
const names = ['Aline', 'Basile', 'Chloé', 'Denis', 'Elsa', 'Farid', 'Gaëlle'];
interface Before {
  readonly id: string;
  readonly mandate_id: string;
  readonly state: string;
  readonly mode: string;
  readonly outcome: string | null;
  readonly moved: boolean;
}

/** What brings an item forward from where it stands; a motion first, and a vote, before it is counted. */
function next({ state, outcome, mode, moved }: Before, by: number, code: number): Act {
  const turn = { by, item: 0 };
  if (state === 'PENDING') return { verb: 'open', ...turn };
  if (state === 'OPEN' && mode === 'RATIFY' && !moved && code < 5) return { verb: 'move', ...turn, codes: [code] };
  if (state === 'OPEN' && code < 5)
    return {
      verb: 'cast',
      ...turn,
      asItIs: true,
      vote: { opinion: code < 3 ? 'FOR' : 'AGAINST', ranking: [[code % 3]], astray: false },
    };
  if (state === 'OPEN') return { verb: 'count', ...turn };
  if (outcome === 'SECOND_BALLOT') return { verb: 'second', ...turn };
  if (outcome === 'CASTING_VOTE') return { verb: 'casting', ...turn, for: true, code };
  return { verb: outcome === 'LAUREATES' ? 'record' : 'breakOff', ...turn };
}

const CHOICE = { known: 'UNVERIFIED', kind: 'OTHER', bodyName: 'Un lien' };

/** What became of an act: what it was, whose, on which record, and what it was refused. */
export interface Answered {
  readonly verb: string;
  readonly refusals: readonly string[];
  readonly on: string;
  readonly juror: string;
}

/** A jury of seven on two awards, one to ratify and one to vote on, and whoever may come in their place. */
export async function makeReal(office: BackOffice, year: number) {
  const { ask, done, sql } = office;
  const edition = await makeEdition(office, 'DELIBERATION', { year });
  await sql(`update category set tie_rule = 'JURY' where id = ?`, [edition.category.regions]);
  const panel = await makePanel(office, edition, names);
  const rules = { castingVote: true, quorumFewest: 2 };
  const mandates = [
    await panel.entrust(edition.category.towns, rules),
    await panel.entrust(edition.category.regions, { ...rules, mode: 'RANK' }),
  ];
  const jurors = [...panel.jurors];
  const structures = Object.values(edition.structure);
  const room = { id: '', items: [] as Before[], replaced: 0 };

  const at = <T>(all: readonly T[], i: number) => all[i % all.length] as T;
  const refresh = async () => {
    room.items = await sql(
      `select id, mandate_id, state, mode, outcome->>'kind' as outcome, motion is not null as moved from agenda_item where meeting_id = ? order by position, round`,
      [room.id],
    );
  };
  /** A meeting on both awards, decided or not, with everybody there; not while an item is before the panel. */
  const convene = async () => {
    if (room.items.some(({ state }) => state === 'OPEN' || state === 'COUNTED')) return;
    const input = { label: 'Séance', startsAt: '2022-10-05T08:00:00Z' };
    const { id } = await done<Seen>(juryVerbs.plan, { id: panel.id, input });
    await done(juryVerbs.arrange, { id, order: mandates.map((each) => each.id) });
    room.id = id;
    await ask(at(jurors, 0), juryVerbs.openMeeting, { id });
    for (const juror of jurors) await ask(juror, juryVerbs.mark, { id, here: true, jurorId: null });
    await refresh();
  };

  await convene();
  /** The item that is before the panel, mostly; now and then another. */
  const itemAt = (i: number) => {
    const before = room.items.find(({ state }) => state === 'OPEN' || state === 'COUNTED');
    const waiting = room.items.filter(({ state }) => state === 'PENDING');
    return before && i < 8 ? before : at(i < 8 && waiting.length > 0 ? waiting : room.items, i);
  };
  const codesAt = (mandate: string | undefined, turns: readonly number[]) => {
    const codes = Object.values(mandates.find(({ id }) => id === mandate)?.codeOf ?? {});
    return turns.map((i) => codes[i] ?? 'Z');
  };

  /** Does what an act says; answers what was refused, and on which record it bore. */
  const perform = async (act: Act): Promise<Answered> => {
    const juror = 'by' in act ? at(jurors, act.by) : (jurors[0] as TestJuror);
    const item = 'item' in act ? itemAt(act.item) : undefined;
    const mandate = 'mandate' in act ? at(mandates, act.mandate) : mandates.find(({ id }) => id === item?.mandate_id);
    const as = async (verb: keyof typeof juryVerbs, variables: object, staff = false) => {
      const { refusals } = await ask(staff ? 'MANAGER' : juror, juryVerbs[verb], { id: item?.id, ...variables });
      return { refusals, on: item?.id ?? mandate?.id ?? '', juror: juror.jurorId, verb: act.verb };
    };
    const codes = (turns: readonly number[]) => codesAt(mandate?.id, turns);
    switch (act.verb) {
      case 'mark':
        return as('mark', {
          id: room.id,
          here: act.here,
          jurorId: act.of === null ? null : at(jurors, act.of).jurorId,
        });
      case 'openMeeting':
      case 'closeMeeting':
        return as(act.verb, { id: room.id });
      case 'move':
        return as('move', { codes: codes(act.codes), motive: 'Un motif.' });
      case 'cast': {
        const ratifies = (item?.mode === 'RATIFY') !== act.vote.astray;
        const ballot = ratifies
          ? { mode: 'RATIFY', opinion: act.vote.opinion }
          : { mode: 'RANK', ranking: act.vote.ranking.map((equals) => codes(equals)) };
        return as('cast', { ballot, asItIs: act.asItIs });
      }
      case 'forward':
        return perform(item && item.state !== 'DECIDED' ? next(item, act.by, act.code) : { verb: 'convene' });
      case 'casting':
        return as('casting', { opinion: act.for ? 'FOR' : 'AGAINST', code: codes([act.code])[0] });
      case 'dissent':
        return as('dissent', { text: 'Je m’y oppose.' });
      case 'record':
      case 'breakOff':
        return as(act.verb, { motive: 'Un motif.' });
      case 'stepAside':
        return as('stepAside', { id: mandate?.id, motive: 'Un motif.' });
      case 'tie':
        return as('tie', { id: juror.jurorId, input: { ...CHOICE, structureId: at(structures, act.structure) } }, true);
      case 'untie':
        // Ties that do not exist after all; or ties that must be looked at again.
        await sql('delete from affiliation where juror_id = ?', [juror.jurorId]);
        return as('check', { id: juror.jurorId, checked: act.structure > 1 }, true);
      case 'declare':
        return as('declare', { id: mandate?.id, version: 1, rules: { quorumFewest: 1 } }, true);
      case 'draw':
        return as('draw', { id: mandate?.id }, true);
      case 'withdraw':
        return as('withdraw', { id: Object.values(mandate?.fileOf ?? {})[act.code], motive: 'Un motif.' }, true);
      case 'replace':
        return replace(juror);
      case 'convene':
        await convene();
        return { refusals: [], on: room.id, juror: juror.jurorId, verb: act.verb };
      default:
        return as(act.verb, {});
    }
  };

  const replace = async (juror: TestJuror) => {
    const email = `suppleant${++room.replaced}.${year}@jury.example`;
    const query =
      'mutation ($id: ID!, $input: JurorInput!) { replaceJuror(jurorId: $id, input: $input, motive: "Empêché.") { id accountId } }';
    const input = { name: `Suppléant ${room.replaced}`, email };
    const { data, refusals } = await ask<{ replaceJuror: { id: string; accountId: string } }>('MANAGER', query, {
      id: juror.jurorId,
      input,
    });
    if (refusals.length === 0) {
      const { id: jurorId, accountId: id } = data.replaceJuror;
      const seated = await settle(office, { name: input.name, email, jurorId, id }).catch(() => null);
      if (seated) jurors[jurors.indexOf(juror)] = seated;
    }
    return { refusals, on: juror.jurorId, juror: juror.jurorId, verb: 'replace' };
  };
  return { office, edition, panel, mandates, jurors, room, perform, refresh, convene };
}
