import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A kind of test is a folder. */
const kind = (name: string, more: { globalSetup?: string[]; testTimeout?: number } = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], benchmark: { include: [] }, ...more },
});

/** One runner for all kinds. PostgreSQL is the root's: a project's setup would start one each. */
export default defineConfig({
  root: at('..'),
  // graphql 16 is CommonJS to Node and ES modules to Vite: without this there are two, that refuse each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    globalSetup: at('support/postgres.ts'),
    projects: [
      kind('unit'),
      kind('property'),
      kind('integration', { testTimeout: 20_000 }),
      {
        extends: true as const,
        test: { name: 'bench', include: [], benchmark: { include: ['test/bench/*.bench.ts'] } },
      },
      kind('e2e', { globalSetup: [at('support/chromium.ts'), at('support/admin.ts')], testTimeout: 60_000 }),
    ],
  },
});
