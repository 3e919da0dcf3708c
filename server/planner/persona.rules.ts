import type { ChannelCode } from '../kernel/kinds.ts';

/** Where a persona is answered, as far as a channel asks for it. */
export interface Reachable {
  readonly mailbox: string | null;
  readonly phoneLine: string | null;
  readonly address: string | null;
}

/** Whether a persona can be used on a channel: it needs a mailbox, a line or an address on those that answer there. */
export function servedBy({ mailbox, phoneLine, address }: Reachable, channel: `${ChannelCode}`): boolean {
  if (channel === 'EMAIL') return mailbox !== null;
  if (channel === 'PHONE') return phoneLine !== null;
  return channel !== 'LETTER' || address !== null;
}
