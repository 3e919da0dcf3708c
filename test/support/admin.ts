import { buildScreens } from '../../server/build.ts';

/** Global setup of the browser tests: the admin is built once, before files that would each start to. */
export default async function setup(): Promise<void> {
  await buildScreens(() => {});
}
