import 'reflect-metadata';
import { json } from 'node:stream/consumers';
import type { ProvidedContext } from 'vitest';
import { buildScreens } from '../../server/build.ts';
import { unpacked } from './chromium.ts';
import { loadOnce } from './loaded.ts';

/** What browser tests stand on (the screens, a Chromium, the demonstration), made side by side, where the input says. */
const where = (await json(process.stdin)) as ProvidedContext;
await Promise.all([loadOnce(where), buildScreens(() => {}), unpacked()]);
