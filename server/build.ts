import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * Builds the admin's screens when what they are made of has changed since they were last built, and answers their
 * folder. The stamp is written last: an interrupted build is done again.
 */
export async function buildAdmin(say: (line: string) => void): Promise<string> {
  const folder = at('dist/admin');
  const stamp = join(folder, '.built-from');
  const sources = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return folder;
  say('The admin is built, this first time only: about half a minute.');
  const { build } = await import('vite');
  await build({ configFile: at('admin/vite.config.ts'), logLevel: 'warn' });
  writeFileSync(stamp, sources);
  return folder;
}

/** What the screens are made of: their sources, the contract, the rules they share, the versions of packages. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(
    ['admin/**/*.{ts,tsx,html,svg}', 'server/score/*.ts', 'schema/admin.graphql', 'package-lock.json'],
    {
      cwd: at('.'),
    },
  );
  for (const file of files.toSorted()) hash.update(`${file}\n`).update(readFileSync(at(file)));
  return hash.digest('hex');
}

if (import.meta.main) await buildAdmin((line) => console.log(line));
