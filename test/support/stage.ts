import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

/**
 * Global setup of the browser tests: what all of them stand on is made by a process of its own, while tests that need
 * none of it run. Nobody waits for it here: whoever is first makes what is missing (`startApp`), or waits at its lock.
 */
export default function setup(project: TestProject): (() => Promise<void>) | undefined {
  if (!project.vitest.projects.some(({ name }) => name === 'e2e')) return;
  const made = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('staged.ts', import.meta.url))], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const over = once(made, 'exit');
  made.stdin.end(JSON.stringify(project.getProvidedContext()));
  return async () => {
    made.kill();
    await over;
  };
}
