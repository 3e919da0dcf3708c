import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** How many builds are kept: a server that still runs on an older one must go on finding its files. */
const KEPT = 5;

/** What browsers load: where its sources lie, and the folder under `dist` that holds its builds. */
interface Screens {
  readonly sources: string;
  readonly builds: string;
  readonly name: string;
}
const admin: Screens = { sources: 'admin', builds: 'dist/admin', name: 'The admin' };
const field: Screens = { sources: 'admin/field', builds: 'dist/field', name: 'The phone app' };

/** The folders of what browsers load. */
export interface Folders {
  readonly adminFolder: string;
  readonly fieldFolder: string;
}

/** Builds what browsers load, where what it is made of has changed, and answers the folders. */
export async function buildScreens(say: (line: string) => void): Promise<Folders> {
  return { adminFolder: await built(admin, say), fieldFolder: await built(field, say) };
}

/**
 * Each build has a folder of its own, named after its sources and put in place when whole: an interrupted build leaves
 * nothing, and two at once do not meet.
 */
async function built({ sources, builds, name }: Screens, say: (line: string) => void): Promise<string> {
  const folder = join(at(builds), fingerprint());
  if (existsSync(folder)) return folder;
  say(`${name} is built, this first time only: a few seconds.`);
  await mkdir(at(builds), { recursive: true });
  const unfinished = await mkdtemp(join(at(builds), 'unfinished-'));
  // A process of its own: Vite would build React for developers wherever NODE_ENV already says something else.
  const vite = [
    ...['build', at(sources), '--config', at(`${sources}/vite.config.ts`)],
    ...['--outDir', unfinished, '--logLevel', 'warn'],
  ];
  await promisify(execFile)(process.execPath, [at('node_modules/vite/bin/vite.js'), ...vite], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  await pack(unfinished);
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true })); // another was quicker
  await forgetOld(at(builds));
  return folder;
}

/** Puts beside each file of text what is sent of it, compressed once: a phone in the field waits for every byte. */
async function pack(folder: string): Promise<void> {
  for (const name of globSync('**/*.{html,js,css,svg,webmanifest}', { cwd: folder })) {
    const content = readFileSync(join(folder, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(content, { params }));
    await writeFile(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}

async function forgetOld(builds: string): Promise<void> {
  const names = await readdir(builds);
  const all = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(builds, name))).mtimeMs })));
  const old = all.toSorted((a, b) => b.at - a.at).slice(KEPT);
  for (const { name } of old) await rm(join(builds, name), { recursive: true, force: true });
}

/** What the screens are made of: their sources, the contract, the rules they share, the versions of packages. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(
    [
      'admin/**/*.{ts,tsx,html,svg,css,webmanifest}',
      'server/{collect,delay,privacy,score,uncertainty,vote}/*.ts',
      'schema/admin.graphql',
      'server/build.ts',
      'package-lock.json',
    ],
    {
      cwd: at('.'),
    },
  );
  for (const file of files.toSorted()) hash.update(`${file}\n`).update(readFileSync(at(file)));
  return hash.digest('hex').slice(0, 16);
}

if (import.meta.main) await buildScreens((line) => console.log(line));
