/** How long an address opens, in milliseconds. */
export const OPEN_FOR = 10 * 60_000;

/** Where files are read: those of tests, and those of claims. */
export type Counter = 'evidence' | 'exhibit';

/** What is signed: which file, for whom, until when. */
export const passOf = (counter: Counter, id: string, account: string, until: number): string =>
  `${counter} ${id} ${account} ${until}`;

/** The address of a file for one account, until an instant in milliseconds. */
export const addressOf = (counter: Counter, id: string, until: number, signature: string): string =>
  `/${counter}/${id}?until=${until}&signature=${signature}`;
