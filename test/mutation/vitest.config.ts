import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

/** The tests that guard the rules: pure, so that a mutant is judged in a moment. */
export default defineConfig({
  // Stryker runs in a copy of the project, which is the folder it starts in.
  root: process.cwd(),
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    include: ['test/unit/**/*.test.ts', 'test/property/**/*.test.ts'],
    exclude: [
      ...['contract', 'permissions', 'floors', 'config', 'start', 'cell', 'finding'].map(
        (name) => `test/unit/${name}.test.ts`,
      ),
      // Thousands of simulated editions: what they would notice, the worked examples notice sooner.
      ...['coverage', 'comparison', 'sheet', 'edition', 'enrolment', 'workshop'].map(
        (name) => `test/property/${name}.test.ts`,
      ),
      'test/unit/demo.test.ts',
    ],
    setupFiles: ['test/mutation/setup.ts'],
    bail: 1,
    // A machine at work on other things is slow, not wrong.
    testTimeout: 60_000,
  },
});
