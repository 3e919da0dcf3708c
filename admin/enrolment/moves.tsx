import { HttpError } from 'react-admin';
import { doing } from '../kernel/api.ts';
import { ProseInput } from '../kernel/inputs.tsx';
import type { BulkAction } from '../kernel/list/bulk.ts';
import type { Enrolment } from './enrolment.graphql.ts';
import { Confirm, Withdraw } from './registration.graphql.ts';

/** What became of one enrolment: its acts, or the refusal as a screen expects it. */
function settled(refused: readonly { readonly reason: string }[], acts: readonly string[]): readonly string[] {
  const reason = refused[0]?.reason;
  if (reason) throw new HttpError(`refusal.${reason}`, 409, { code: reason, details: {} });
  return acts;
}

export async function confirmOne(id: string, motive: string | null): Promise<readonly string[]> {
  const { data, acts } = await doing(Confirm, { ids: [id], motive });
  return settled(data.confirmEnrolments.refused, acts);
}

export async function withdrawOne(id: string, motive: string): Promise<readonly string[]> {
  const { data, acts } = await doing(Withdraw, { ids: [id], motive });
  return settled(data.withdrawEnrolments.refused, acts);
}

const motiveIn = ({ motive }: Readonly<Record<string, unknown>>): string => String(motive ?? '').trim();
const asked = { label: 'registration.staff.motive', source: 'motive' };

/** Confirms what is ticked: the structures take part. */
export const CONFIRM: BulkAction<Enrolment> = {
  words: 'registration.staff.confirm',
  right: 'ENROL',
  inputs: <ProseInput {...asked} help="registration.staff.motiveHelp" />,
  takes: ({ state }) => state !== 'CONFIRMED',
  act: ({ id }, values) => confirmOne(id, motiveIn(values) || null),
};

/** Takes what is ticked out of the edition, for one reason. */
export const WITHDRAW: BulkAction<Enrolment> = {
  words: 'registration.staff.withdraw',
  destructive: true,
  inputs: <ProseInput {...asked} must />,
  takes: ({ state }) => state !== 'WITHDRAWN',
  act: ({ id }, values) => withdrawOne(id, motiveIn(values)),
};
