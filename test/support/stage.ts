import type { TestProject } from 'vitest/node';
import { buildScreens } from '../../server/build.ts';
import { unpacked } from './chromium.ts';
import { loadOnce } from './loaded.ts';

/**
 * Global setup of the browser tests: what all of them stand on (the screens, a Chromium, the demonstration) is made side
 * by side, before files that would each wait for it.
 */
export default async function setup(project: TestProject): Promise<void> {
  if (!project.vitest.projects.some(({ name }) => name === 'e2e')) return;
  await Promise.all([buildScreens(() => {}), unpacked(), loadOnce(project.getProvidedContext())]);
}
