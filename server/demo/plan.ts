import { isWorkingDay, territoryOf } from '../delay/calendar.rules.ts';
import type { Finding } from '../score/measure.rules.ts';
import { type DemoEdition, editionOf, type Year } from './configuration.ts';
import type { Entrant } from './panel.ts';
import { type Chance, chanceOf } from './random.ts';

/** One test as the agency hands it over: a structure, a channel, a day, and what was found. */
export interface DemoTest {
  readonly entrant: Entrant;
  readonly channel: string;
  /** ISO day. */
  readonly on: string;
  readonly findings: Map<string, Finding>;
}

/** A test, as far as what it finds goes. */
export interface Measured extends Pick<DemoTest, 'channel' | 'on' | 'findings'> {
  readonly entrant: Pick<Entrant, 'quality' | 'hasWebsite' | 'hasSocial'>;
}

/** How many requests of each kind an edition sends; every structure gets its share, chance gives the rest. */
const requests: Readonly<Record<Year, Readonly<Record<string, number>>>> = {
  2021: { PHONE: 750, EMAIL: 700, LETTER: 349, WEBSITE: 349, SOCIAL: 349 },
  2022: { PHONE: 800, EMAIL: 640, LETTER: 320, WEBSITE: 311, SOCIAL: 311 },
};

/** The first part of the fieldwork in which a channel is tested: what takes long to answer is sent early. */
const testedWithin: Readonly<Record<string, number>> = { LETTER: 0.55, EMAIL: 0.7, SOCIAL: 0.8 };

const DAY = 86_400_000;

/** Every test of an edition, without its findings, in the order of the days. */
export function planOf(year: Year, panel: readonly Entrant[]): DemoTest[] {
  const chance = chanceOf(`plan ${year}`);
  const edition = editionOf(year);
  const visits = panel.filter(({ takesReception }) => takesReception);
  const audited = [
    ...shares(visits, visits.length + Math.ceil(visits.length / 2), chance).map((entrant) => ({
      entrant,
      channel: 'RECEPTION',
    })),
    ...Object.entries(requests[year]).flatMap(([channel, count]) =>
      shares(panel, count, chance).map((entrant) => ({ entrant, channel })),
    ),
  ];
  const tests = audited.map(({ entrant, channel }) => ({
    entrant,
    channel,
    on: workingDay(chance, edition, testedWithin[channel] ?? 1),
    findings: new Map<string, Finding>(),
  }));
  return tests.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** Everyone as often as the count allows, then once more for some. */
function shares(panel: readonly Entrant[], count: number, chance: Chance): Entrant[] {
  const rounds = Math.floor(count / panel.length);
  const everyone = Array.from({ length: rounds }, () => panel).flat();
  return [...everyone, ...chance.shuffled(panel).slice(0, count - everyone.length)];
}

/** Every structure of the demonstration is in mainland France, and outside Alsace and Moselle at this season. */
export const mainland = territoryOf(null);

function workingDay(chance: Chance, { fieldwork }: DemoEdition, part: number): string {
  const [from, to] = [Date.parse(fieldwork.from) / DAY, Date.parse(fieldwork.to) / DAY];
  for (;;) {
    const day = new Date(chance.whole(from, from + Math.floor((to - from) * part)) * DAY);
    const on = day.toISOString().slice(0, 10);
    if (isWorkingDay(on, mainland)) return on;
  }
}
