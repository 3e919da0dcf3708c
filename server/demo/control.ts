import { Audit, AuditState } from '../audit/audit.ts';
import { decideAudits } from '../control/decide.service.ts';
import { type Actor, Role } from '../kernel/actor.ts';
import { actingAs } from '../kernel/history.ts';
import { askOfSome, correctCall } from './asking.ts';
import type { FieldLoad } from './fieldwork.ts';
import { readSome } from './readings.ts';

/** How many of the tests are decided; the others came in the last days. */
const DECIDED = 0.7;

/**
 * What became of the tests that were sent: most are validated, one is rejected, one to be redone; of those of the last
 * days a few are in hand, and those in which something is odd wait. A fifth of all is read a second time.
 */
export async function controlTests(load: FieldLoad, editionId: string, odd: readonly string[]): Promise<void> {
  const { as, who, now } = load;
  const [controller, manager] = [who(Role.CONTROLLER), who(Role.MANAGER)];
  const order = { performedOn: 'asc', reference: 'asc' } as const;
  const all = await as().find(Audit, { edition: editionId }, { populate: ['channel'], orderBy: order });
  const tests = all.filter(({ assignment }) => !odd.includes(assignment?.id ?? ''));
  const old = tests.slice(0, Math.floor(tests.length * DECIDED));
  const [corrected] = old.filter(({ channel }) => channel.getProperty('code') === 'PHONE').slice(-1);
  const [rejected, again, ...counted] = old.filter((test) => test !== corrected).map(({ id }) => id);
  const decide = (actor: Actor, id: string | undefined, state: AuditState, reason: string | null) =>
    id && decideAudits(actingAs(as(), actor), actor, now, editionId, { ids: [id], state, reason });
  if (corrected) await correctCall(load, corrected.id);
  const validated = { ids: counted, state: AuditState.VALIDATED, reason: null };
  await decideAudits(actingAs(as(), controller), controller, now, editionId, validated);
  await decide(manager, corrected?.id, AuditState.VALIDATED, null);
  await decide(
    controller,
    rejected,
    AuditState.REJECTED,
    'L’auditrice a dit qui elle était : le test n’est plus anonyme.',
  );
  await decide(controller, again, AuditState.TO_REDO, 'Un autre service que celui du scénario a été testé.');
  await askOfSome(load, tests.slice(old.length));
  await readSome(load, editionId);
}
