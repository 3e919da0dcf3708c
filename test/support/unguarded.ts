import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { guards } from './guards.ts';

/** What of the server is read anew with a guard left out: no class that is known to an ORM or a contract is told twice. */
const COPIED =
  /\/server\/((app|answers|data|doorstep|download|endpoint|fairness|gate|judged|press|published|requests|shield|stream)|(partner|allowance|disclosure|opendata)\/(?!event|usage)[\w/.]+|publication\/(rows|means|publication\.service))\.ts$/;
const ASKED = /^(.*)\?without=([\w-]+)$/;

/**
 * The server with one guard taken out of its code: `server/app.ts?without=<guard>` is the application as it is, but for
 * one edit of one file. A guard that is no longer where the edit looks for it is an error: no refactoring makes this
 * test toothless unseen.
 */
export const unguarded = (): Plugin => ({
  name: 'unguarded',
  enforce: 'pre',
  async resolveId(source, importer) {
    const [, path = source, asked] = ASKED.exec(source) ?? [];
    const [, from = importer, inherited] = ASKED.exec(importer ?? '') ?? [];
    const without = asked ?? inherited;
    if (!without) return null;
    const resolved = await this.resolve(path, from, { skipSelf: true });
    return resolved && COPIED.test(resolved.id) ? `${resolved.id}?without=${without}` : resolved;
  },
  load(id) {
    const [, path, without] = ASKED.exec(id) ?? [];
    return path && without ? edited(path, without) : null;
  },
});

function edited(path: string, without: string): string {
  const source = readFileSync(path, 'utf8');
  const guard = guards.find(({ key }) => key === without);
  if (!guard) throw new Error(`No guard is called ${without}.`);
  if (fileURLToPath(new URL(`../../${guard.file}`, import.meta.url)) !== path) return source;
  if (source.split(guard.from).length !== 2)
    throw new Error(
      `The guard "${guard.name}" stands no longer once in ${guard.file}: say in test/support/guards.ts where it went.`,
    );
  return source.replace(guard.from, () => guard.to);
}
