import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { unguarded } from './support/unguarded.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A kind of test is a folder. */
const kind = (name: string, more: { testTimeout?: number } = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], benchmark: { include: [] }, ...more },
});

/** First what needs nothing, while the demonstration is loaded; last what is short, so that no core waits for the other. */
const ORDER = ['property', 'unit', 'e2e', 'integration'];
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification) => ORDER.indexOf(project.name);
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

/**
 * One runner for all kinds. PostgreSQL, and what the browser tests stand on, are the root's: a project's setup would start
 * one each, and before the root's. Files follow one another in as many processes as there are cores, and find in memory
 * what those before them loaded: whatever a file must have for itself (a database, a clock, a server), it makes.
 */
export default defineConfig({
  root: at('..'),
  // graphql 16 is CommonJS to Node and ES modules to Vite: without this there are two, that refuse each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  plugins: [unguarded()],
  test: {
    globalSetup: [at('support/postgres.ts'), at('support/stage.ts')],
    setupFiles: at('support/draws.ts'),
    maxWorkers: '100%',
    isolate: false,
    sequence: { sequencer: InOrder },
    // Long enough for a machine that does other things: what waits ends by a condition, and never by these.
    ...{ testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 30_000 } } },
    projects: [
      kind('unit'),
      kind('property'),
      kind('integration'),
      {
        extends: true as const,
        // Alone: what runs beside a measure is measured with it.
        test: {
          ...{ name: 'bench', include: [], benchmark: { include: ['test/bench/*.bench.ts'] } },
          ...{ maxWorkers: 1, isolate: true },
        },
      },
      kind('e2e', { testTimeout: 300_000 }),
    ],
  },
});
