import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';

/** Readable and writable by its owner, closed to everyone else. */
const OWNER_ONLY = 0o600;

/**
 * A random secret that a folder keeps for itself: made the first time it is asked for, 256 bits, never shown.
 *
 * `agree` tells whoever must know the secret (a database, its role) before it is written down: interrupted
 * between the two, the next start makes another and agrees again.
 */
export async function keptSecret(file: string, agree?: (secret: string) => Promise<void>): Promise<string> {
  const kept = await read(file);
  if (kept) return kept;
  const secret = randomBytes(32).toString('base64url');
  await agree?.(secret);
  await writeFile(`${file}.new`, secret, { mode: OWNER_ONLY, flush: true });
  await rename(`${file}.new`, file);
  return secret;
}

async function read(file: string): Promise<string | null> {
  try {
    await chmod(file, OWNER_ONLY);
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
