import { doing, run } from '../kernel/api.ts';
import { ProseInput, RecordInput } from '../kernel/inputs.tsx';
import type { BulkAction } from '../kernel/list/bulk.ts';
import { type Assignment, GiveAssignment, RestoreAssignment, WithdrawAssignment } from './assignment.graphql.ts';

const reasonIn = ({ reason }: Readonly<Record<string, unknown>>): string => String(reason ?? '').trim();

export const mayGive = ({ state }: Assignment): boolean => state === 'PLANNED' || state === 'ASSIGNED';
export const mayWithdraw = ({ state }: Assignment): boolean => state !== 'SUBMITTED' && state !== 'WITHDRAWN';
export const mayRestore = ({ state }: Assignment): boolean => state === 'WITHDRAWN';

/** Gives what is ticked to one auditor, each test on its day; those that break a rule are left unless a reason is given. */
export const GIVE: BulkAction<Assignment> = {
  words: 'room.assignment.give',
  inputs: (
    <>
      <RecordInput source="auditorId" reference="auditor" filter={{ left: false }} label="field.auditor" must />
      <ProseInput source="reason" label="field.reason" help="room.assignment.despiteHelp" />
    </>
  ),
  takes: mayGive,
  act: async ({ id, version, onDay }, values) => {
    const input = { auditorId: String(values.auditorId), onDay, reason: reasonIn(values) || null };
    await run(GiveAssignment, { id, version, input });
    return [];
  },
};

/** Takes what is ticked out of the plan, for one reason. */
export const WITHDRAW: BulkAction<Assignment> = {
  words: 'room.assignment.withdraw',
  destructive: true,
  inputs: <ProseInput source="reason" label="field.reason" must />,
  takes: mayWithdraw,
  act: async ({ id }, values) => (await doing(WithdrawAssignment, { id, reason: reasonIn(values) })).acts,
};

/**
 * Puts a test back into the plan, and tells its acts so that it can be taken back: but when it also left whoever had it,
 * who is gone or tied since, and cannot be given to them again.
 */
export async function restored({ id, auditorCode }: Assignment): Promise<{ readonly acts: readonly string[] }> {
  const { data, acts } = await doing(RestoreAssignment, { id });
  return { acts: data.restoreAssignment.auditorCode === auditorCode ? acts : [] };
}

/** Puts what is ticked back into the plan. */
export const RESTORE: BulkAction<Assignment> = {
  words: 'room.assignment.restore',
  takes: mayRestore,
  act: async (test) => (await restored(test)).acts,
};
