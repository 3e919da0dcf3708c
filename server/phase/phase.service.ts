import type { EntityManager } from '@mikro-orm/postgresql';
import { goesBack, reachableFrom, shiftsOf } from '../edition/edition.rules.ts';
import { deadlines, heldEdition, passTo } from '../edition/edition.service.ts';
import { Edition, type EditionPhase } from '../edition/edition.ts';
import { type Deadline, Extension } from '../edition/phase.ts';
import { Refusal } from '../kernel/errors.ts';
import { factsOf } from './facts.ts';
import { findingsOf } from './phase.rules.ts';
import { type DeadlineState, FindingCode, type PhaseChange, type PhaseFinding, type PhaseShift } from './phase.ts';

/** What a change of phase would need, open and close. Writes nothing. */
export async function phaseChange(em: EntityManager, now: Date, id: string, to: EditionPhase): Promise<PhaseChange> {
  return changeOf(em, now, await em.findOneOrFail(Edition, { id }), to);
}

async function changeOf(em: EntityManager, now: Date, edition: Edition, to: EditionPhase): Promise<PhaseChange> {
  const from = edition.phase;
  const reachable = reachableFrom(from).includes(to);
  return {
    ...{ edition, from, to, reachable, back: goesBack(from, to) },
    findings: reachable ? await findings(em, now, edition, to) : [],
    shifts: shiftsOf(from, to) as PhaseShift[],
  };
}

/** The list in which the records of a finding are found, where a filter leads to them. */
const filters: Partial<Record<FindingCode, Record<string, unknown>>> = {
  [FindingCode.TESTS_UNDECIDED]: { state: 'SUBMITTED' },
  [FindingCode.ENROLMENTS_PENDING]: { state: 'SUBMITTED' },
};

/** What stands in the way of a move that the order of the phases allows. */
export async function findings(
  em: EntityManager,
  now: Date,
  edition: Edition,
  to: EditionPhase,
): Promise<PhaseFinding[]> {
  const found = findingsOf(edition.phase, to, await factsOf(em, now, edition, to));
  return found.map((each) => ({ ...each, filter: filters[each.code] ?? null }));
}

/**
 * Moves an edition to another phase, on what is true at that very moment: the row is held, so that two people cannot
 * move it at once, nor an import come in between. What blocks refuses; what warns passes once it is confirmed.
 */
export function changePhase(
  em: EntityManager,
  now: Date,
  id: string,
  to: EditionPhase,
  motive: string | null,
  confirmed: boolean,
): Promise<Edition> {
  return em.transactional(async (em) => {
    const edition = await heldEdition(em, id);
    const { reachable, findings } = await changeOf(em, now, edition, to);
    const blockers = findings.filter(({ weight }) => weight === 'BLOCKER');
    const warnings = findings.filter(({ weight }) => weight === 'WARNING');
    if (reachable && blockers.length > 0) throw new Refusal('PHASE_BLOCKED', { findings: blockers });
    const moved = passTo(em, edition, to, motive);
    if (warnings.length > 0 && !confirmed) throw new Refusal('PHASE_UNCONFIRMED', { findings: warnings });
    return moved;
  });
}

/** Every deadline of an edition, with the day first announced when it was put off. */
export async function deadlinesOf(em: EntityManager, edition: Edition): Promise<DeadlineState[]> {
  const extensions = await em.find(Extension, { edition }, { orderBy: { createdAt: 'asc', toDay: 'asc' } });
  return (Object.entries(deadlines) as [Deadline, (typeof deadlines)[Deadline]][]).map(([deadline, field]) => {
    const own = extensions.filter((each) => each.deadline === deadline);
    const [day, first] = [edition[field], own[0]?.fromDay ?? null];
    return { deadline, day, original: first === day ? null : first, extensions: own };
  });
}
