import { ask, codeOf, lastTrip } from '../net/ask.ts';
import { SubmitTest } from '../net/field.graphql.ts';
import { memory, type Sending } from './db.ts';
import { deviceName } from './device.ts';

/** What says that the server cannot be asked now; whatever else it says, it was asked. */
export const passing = new Set(['UNREACHABLE', 'UNAUTHENTICATED', 'FORBIDDEN', 'INTERNAL', 'TOO_MANY_ASKS']);

/**
 * Sends what waits, the oldest first, each under its own key: sent twice, by the page and by its worker, it is one test.
 * Stops where the server cannot be asked; what it refuses stays here, with why.
 */
export async function sendWaiting(): Promise<void> {
  const db = await memory();
  const me = (await db.get('kept', 'all'))?.me;
  const all = await db.getAll('sending');
  const waiting = all.filter(({ receipt, refusal, accountId }) => !receipt && !refusal && accountId === me?.id);
  for (const sending of waiting.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)))
    await db.put('sending', await sent(sending)).catch(() => {}); // without room it is sent again, under its key
}

/** What became of a sending; thrown when the server cannot be asked. */
export async function sent(sending: Sending): Promise<Sending> {
  const { key, assignmentId, gridId, content } = sending;
  const said = { key, assignmentId, gridId, content: content as never, device: deviceName(), roundTrip: lastTrip.ms };
  try {
    const { submitTest } = await ask(SubmitTest, { input: { ...said, sentAt: new Date().toISOString() } });
    return { ...sending, receipt: submitTest };
  } catch (error) {
    if (passing.has(codeOf(error))) throw error;
    return { ...sending, refusal: codeOf(error) };
  }
}
