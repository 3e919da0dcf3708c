import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, onTestFailed } from 'vitest';
import { openApplication, type Settings } from '../../server/application.ts';
import { buildScreens } from '../../server/build.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../../server/demo/demonstration.ts';
import type { Role } from '../../server/kernel/actor.ts';
import { type Clock, systemClock } from '../../server/kernel/clock.ts';
import { launch } from './chromium.ts';
import { makeDemonstration } from './demonstration.ts';

/** How a screen is looked at. */
export interface Look {
  readonly width?: number;
  readonly dark?: boolean;
  /** Whether wheels turn and dialogs glide. */
  readonly moving?: boolean;
}

/**
 * The whole product on a database of its own that holds the demonstration: a real server that listens, and a real
 * browser in front of it. Closed after the last test of the file.
 */
export async function startApp(name: string, clock: Clock = systemClock, more: Pick<Settings, 'keeping'> = {}) {
  const databaseUrl = await makeDemonstration(name);
  const folders = await buildScreens(() => {});
  const { app, em, close } = await openApplication({
    databaseUrl,
    ...{ publishedDatabaseUrl: null, smtpUrl: null, mailFrom: 'barometre@example.org', logLevel: 'fatal', ...folders },
    secret: 'v3ry-l0ng-And-unguessable-words-for-tests-only',
    publicUrl: 'http://127.0.0.1',
    origins: ['http://127.0.0.1:*'],
    limitByAddress: false,
    // Partners of the tests listen on this machine.
    mayReach: (address) => address === '127.0.0.1',
    ...{ clock, ...more },
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const browser: Browser = await launch();
  afterAll(async () => {
    await browser.close();
    await close();
  });

  /**
   * A browser of its own: nobody's cookies, French, at a size and in a theme, and without motion unless it is asked for:
   * a wheel that turns while the server works takes a fifth of a processor from it.
   */
  const open = async ({ width = 1280, dark = false, moving = false }: Look = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width, height: width < 600 ? 844 : 900 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: moving ? 'no-preference' : 'reduce',
      locale: 'fr-FR',
      baseURL: url,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    // What the person saw when the story went wrong.
    onTestFailed(
      async () => void (await page.screenshot({ path: `node_modules/.cache/e2e/${name}.png`, fullPage: true })),
    );
    return page;
  };

  /** Signs in as someone of the demonstration, with the request of the sign-in page; no screen is open yet. */
  const signInAs = async (email: string, look: Look = {}): Promise<Page> => {
    const page = await open(look);
    const credentials = { data: { email, password: DEMO_PASSWORD }, headers: { origin: url } };
    const answer = await page.request.post('/api/auth/sign-in/email', credentials);
    if (!answer.ok()) throw new Error(`${email} may not sign in: ${await answer.text()}`);
    return page;
  };

  /** Signs in as the demonstration's person of a role. */
  const signIn = (role: Role | `${Role}`, look: Look = {}): Promise<Page> =>
    signInAs(DEMO_PEOPLE.find((each) => each.role === role)?.email ?? '', look);

  return { url, em, open, signIn, signInAs };
}
