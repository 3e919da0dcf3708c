import { readFileSync, statSync } from 'node:fs';

/** Someone of this machine, as whom a program is run. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * As whom PostgreSQL runs, which refuses to be root. Null is oneself.
 *
 * Under root: whoever already owns the data (another run, another habit), else `postgres`, else `nobody`.
 */
export function accountFor(data: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return named('postgres') ?? named('nobody') ?? { uid: 65534, gid: 65534 };
}

function named(name: string): Account | null {
  const line = readFileSync('/etc/passwd', 'utf8').match(new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm'));
  return line && { uid: Number(line[1]), gid: Number(line[2]) };
}
