import type { Policy, Setting } from './simulate.ts';

/** A channel as the grid and the policy of the latest run have it. */
export interface Official {
  readonly code: string;
  readonly weight: string;
  readonly compared: boolean;
  readonly whenAbsent: Policy;
  readonly floor: string | null;
}

/** A setting in its channel. */
export type Settings = readonly (Setting & { readonly code: string })[];

/** What the slider of a weight reaches; a grid that weighs more pushes it further. */
export const MOST_WEIGHT = 60;

/** What FLOOR counts until one says otherwise, on 100. */
const USUAL_FLOOR = 20;

/** The settings one starts from, and comes back to: those of the latest run. */
export const officialSettings = (channels: readonly Official[]): Settings =>
  channels.map(({ code, weight, compared, whenAbsent, floor }) => ({
    ...{ code, compared, whenAbsent, weight: Number(weight), floor: floor === null ? USUAL_FLOOR : Number(floor) },
  }));

/** The share of each channel in the overall score of a structure that has them all, 0 to 1; null for one left aside. */
export function sharesOf(settings: Settings): (number | null)[] {
  const total = settings.reduce((sum, { compared, weight }) => (compared ? sum + weight : sum), 0);
  return settings.map(({ compared, weight }) => (compared ? (total === 0 ? 0 : weight / total) : null));
}

/** The four of them, from the mildest to the hardest. */
export const policies = ['RENORMALISE', 'ZERO', 'FLOOR', 'EXCLUDE'] as const satisfies readonly Policy[];

/** The settings an address tells of; anything it does not say, or says wrong, is as in the grid. */
export const settingsIn = (search: URLSearchParams, official: Settings): Settings =>
  official.map((own) => {
    const said = (what: string) => search.get(`${what}.${own.code}`);
    const number = (what: 'weight' | 'floor', most: number) => {
      const value = Number(said(what) || Number.NaN);
      return value >= 0 && value <= most ? value : own[what];
    };
    const policy = said('absent') ?? '';
    const compared = said('compared');
    return {
      code: own.code,
      weight: number('weight', Math.max(MOST_WEIGHT, own.weight)),
      compared: compared === 'yes' || compared === 'no' ? compared === 'yes' : own.compared,
      whenAbsent: (policies as readonly string[]).includes(policy) ? (policy as Policy) : own.whenAbsent,
      floor: number('floor', 100),
    };
  });

/** The address of these settings: only what departs from the grid, beside what else the address says. */
export function addressOf(before: URLSearchParams, settings: Settings, official: Settings): URLSearchParams {
  const search = new URLSearchParams(before);
  settings.forEach((setting, i) => {
    const own = official[i];
    const say = (what: string, value: string | number, was: unknown) => {
      if (value === was) search.delete(`${what}.${setting.code}`);
      else search.set(`${what}.${setting.code}`, String(value));
    };
    const yes = (compared: boolean | undefined) => (compared ? 'yes' : 'no');
    say('weight', setting.weight, own?.weight);
    say('compared', yes(setting.compared), yes(own?.compared));
    say('absent', setting.whenAbsent, own?.whenAbsent);
    say('floor', setting.floor, setting.whenAbsent === 'FLOOR' ? own?.floor : setting.floor);
  });
  return search;
}

/** Whether nothing departs from the grid. */
export const isOfficial = (settings: Settings, official: Settings): boolean =>
  addressOf(new URLSearchParams(), settings, official).size === 0;
