/** How long an address opens, in milliseconds. */
export const OPEN_FOR = 10 * 60_000;

/** What is signed: which file, for whom, until when. */
export const passOf = (id: string, account: string, until: number): string => `evidence ${id} ${account} ${until}`;

/** The address of a file for one account, until an instant in milliseconds. */
export const addressOf = (id: string, until: number, signature: string): string =>
  `/evidence/${id}?until=${until}&signature=${signature}`;
