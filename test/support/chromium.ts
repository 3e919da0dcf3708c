import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Sandbox off: it needs rights that a container has not. The pages are our own. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];

/** The package's own file names the folders of a cloud, so that its fonts would not be found here. */
const FONTS = `<fontconfig><dir prefix="relative">.</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>`;

/** A real Chromium, from a package: with the libraries and fonts that a bare machine lacks. */
export async function launch(): Promise<Browser> {
  const home = await unpacked();
  return chromium.launch({
    executablePath: `${home}/chromium`,
    args: ARGS,
    env: { HOME: home, TZ: 'Europe/Paris', LD_LIBRARY_PATH: `${home}/al2023/lib`, FONTCONFIG_PATH: `${home}/fonts` },
  });
}

/**
 * Its folder, where it is unpacked once per version: aside, and renamed when whole, since the package takes any
 * half-unpacked Chromium for a whole one.
 */
export async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(at('node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  const home = at(`node_modules/.cache/chromium-${version}`);
  if (existsSync(home)) return home;
  await mkdir(at('node_modules/.cache'), { recursive: true });
  const unfinished = await mkdtemp(`${home}.`);
  await promisify(execFile)(process.execPath, ['--experimental-strip-types', at('test/support/unpack.ts')], {
    cwd: at('.'),
    env: { TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  await writeFile(`${unfinished}/fonts/fonts.conf`, FONTS);
  await rename(unfinished, home).catch(() => rm(unfinished, { recursive: true })); // another was quicker
  return home;
}
