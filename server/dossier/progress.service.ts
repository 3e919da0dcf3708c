import type { EntityManager } from '@mikro-orm/postgresql';
import { Account } from '../account/account.ts';
import { verdictsOf } from '../conflict/verdict.service.ts';
import { localDayOf, territoryOf } from '../delay/calendar.rules.ts';
import { grants } from '../edition/edition.rules.ts';
import { awardOf } from '../jury/candidate.service.ts';
import { Candidate } from '../jury/candidate.ts';
import type { Actor } from '../kernel/actor.ts';
import { Mandate } from '../mandate/mandate.ts';
import { meetingLinesOf } from '../meeting/view.service.ts';
import { Juror, Office } from '../panel/juror.ts';
import { ownSeats } from '../panel/panel.policy.ts';
import { Opinion } from './note.ts';
import { type JurorProgress, JurorTask, type OwnAward, type OwnSeat } from './progress.ts';

const ordered = { orderBy: { createdAt: 'asc', id: 'asc' } } as const;

/** The day it is in Paris, by which nobody is reminded twice. */
export const parisToday = (now: Date): string => localDayOf(now.toISOString(), territoryOf(null));

/** How far each juror of a panel has come. */
export async function progressOf(em: EntityManager, panelId: string, now: Date): Promise<JurorProgress[]> {
  const jurors: Juror[] = await em.find(Juror, { panel: panelId, leftAt: null, declinedAt: null }, ordered);
  const awards = await awardsOf(em, panelId, jurors, now);
  const progress: JurorProgress[] = [];
  for (const juror of jurors) {
    const open = awards.filter((each) => each.juror === juror && !each.recused);
    const sum = (of: 'due' | 'given') => open.reduce((total, each) => total + each[of], 0);
    const [filesDue, opinionsGiven] = [sum('due'), sum('given')];
    const left = await leftFor(em, juror, filesDue - opinionsGiven);
    const mayRemind = left.length > 0 && juror.remindedOn !== parisToday(now);
    progress.push({ juror, filesDue, opinionsGiven, left, mayRemind });
  }
  return progress;
}

interface Assigned {
  readonly juror: Juror;
  readonly mandate: Mandate;
  readonly recused: boolean;
  readonly due: number;
  readonly given: number;
}

/** What each juror has before them, award by award. A recused one has nothing, however much there is. */
async function awardsOf(em: EntityManager, panelId: string, jurors: readonly Juror[], now: Date): Promise<Assigned[]> {
  const mandates: Mandate[] = await em.find(Mandate, { panel: panelId }, ordered);
  const files = await em.find(Candidate, { mandate: { $in: mandates }, withdrawnAt: null });
  const opinions = await em.find(Opinion, { candidate: { $in: files } });
  return (await verdictsOf(em, jurors, mandates, now)).map(({ juror, mandate, recused }) => {
    const own = recused ? [] : files.filter((file) => file.mandate.id === mandate.id);
    const given = opinions.filter(
      (each) => each.juror.id === juror.id && own.some(({ id }) => id === each.candidate.id),
    );
    return { juror, mandate, recused, due: own.length, given: given.length };
  });
}

async function leftFor(em: EntityManager, juror: Juror, files: number): Promise<JurorTask[]> {
  if (!juror.acceptedAt) return [JurorTask.ANSWER];
  const panel = await juror.panel.loadOrFail();
  const account = await em.findOne(Account, { id: juror.accountId });
  return [
    ...(panel.secondFactor && !account?.twoFactorEnabled ? [JurorTask.SECOND_FACTOR] : []),
    ...(juror.tiesDeclaredAt ? [] : [JurorTask.TIES]),
    ...(files > 0 && juror.office !== Office.SECRETARY ? [JurorTask.FILES] : []),
  ];
}

/** The seats one holds, and what they open: whoever has yet to set up a second factor is told so, and nothing else. */
export async function ownSeatsOf(em: EntityManager, actor: Actor, now: Date): Promise<OwnSeat[]> {
  const jurors: Juror[] = await em.find(Juror, ownSeats(actor), { populate: ['panel.edition'], ...ordered });
  const seats: OwnSeat[] = [];
  for (const juror of jurors) {
    const panel = juror.panel.getEntity();
    const { year, label, phase } = panel.edition.getEntity();
    const awards = await awardsOf(em, panel.id, [juror], now);
    const files = awards.reduce((total, { due, given }) => total + due - given, 0);
    const left = await leftFor(em, juror, files);
    const open = grants(phase, 'DELIBERATE') && !left.includes(JurorTask.SECOND_FACTOR);
    seats.push({
      ...{ jurorId: juror.id, panelId: panel.id, panel: panel.label, terms: panel.terms, office: juror.office },
      ...{ year, open, edition: label, left: open ? left : left.filter((task) => task !== JurorTask.FILES) },
      tiesChecked: juror.tiesCheckedAt !== null,
      awards: open ? await Promise.all(awards.map(ownAwardOf)) : [],
      meetings: open ? await meetingLinesOf(em, actor, [panel.id]) : [],
    });
  }
  return seats;
}

async function ownAwardOf({ mandate, recused, due, given }: Assigned): Promise<OwnAward> {
  const award = await awardOf(mandate);
  const told = recused
    ? { mode: null, filesDue: null, opinionsGiven: null }
    : { mode: mandate.mode, filesDue: due, opinionsGiven: given };
  return { mandateId: mandate.id, label: (award.category ?? award.prize).label, recused, ...told };
}
