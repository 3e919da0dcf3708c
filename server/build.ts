import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const BUILDS = at('dist/admin');

/** How many builds are kept: a server that still runs on an older one must go on finding its files. */
const KEPT = 5;

/**
 * Builds the admin's screens when what they are made of has changed, and answers their folder. Each build has a folder
 * of its own, named after its sources and put in place when whole: an interrupted build leaves nothing, and two at once
 * do not meet.
 */
export async function buildAdmin(say: (line: string) => void): Promise<string> {
  const folder = join(BUILDS, fingerprint());
  if (existsSync(folder)) return folder;
  say('The admin is built, this first time only: a few seconds.');
  await mkdir(BUILDS, { recursive: true });
  const unfinished = await mkdtemp(join(BUILDS, 'unfinished-'));
  // A process of its own: Vite would build React for developers wherever NODE_ENV already says something else.
  const vite = [
    'build',
    at('admin'),
    '--config',
    at('admin/vite.config.ts'),
    '--outDir',
    unfinished,
    '--logLevel',
    'warn',
  ];
  await promisify(execFile)(process.execPath, [at('node_modules/vite/bin/vite.js'), ...vite], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true })); // another was quicker
  await forgetOld();
  return folder;
}

async function forgetOld(): Promise<void> {
  const names = await readdir(BUILDS);
  const builds = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(BUILDS, name))).mtimeMs })));
  const old = builds.toSorted((a, b) => b.at - a.at).slice(KEPT);
  for (const { name } of old) await rm(join(BUILDS, name), { recursive: true, force: true });
}

/** What the screens are made of: their sources, the contract, the rules they share, the versions of packages. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(
    [
      'admin/**/*.{ts,tsx,html,svg}',
      'server/{delay,privacy,score,uncertainty,vote}/*.ts',
      'schema/admin.graphql',
      'package-lock.json',
    ],
    {
      cwd: at('.'),
    },
  );
  for (const file of files.toSorted()) hash.update(`${file}\n`).update(readFileSync(at(file)));
  return hash.digest('hex').slice(0, 16);
}

if (import.meta.main) await buildAdmin((line) => console.log(line));
