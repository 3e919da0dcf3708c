/** A day without an hour, such as 2022-07-14. */
export type Day = string;

/** A point in time, ISO 8601 in UTC. */
export type Instant = string;

/** What a clock on the wall shows, to the second: 2022-07-14T18:00:00. It is no instant until one knows where. */
export type LocalTime = string;

/** Where a structure receives the public: which clock hangs there, and which public holidays are kept. */
export interface Territory {
  /** IANA name of the time zone. */
  readonly zone: string;
  /** Code of the département or of the overseas body; null for mainland France without more. */
  readonly department: string | null;
}

const zones: Readonly<Record<string, string>> = {
  ...{ '971': 'America/Guadeloupe', '972': 'America/Martinique', '973': 'America/Cayenne', '974': 'Indian/Reunion' },
  ...{ '975': 'America/Miquelon', '976': 'Indian/Mayotte', '977': 'America/St_Barthelemy', '978': 'America/Marigot' },
  ...{ '986': 'Pacific/Wallis', '987': 'Pacific/Tahiti', '988': 'Pacific/Noumea' },
};

/** The territory of a département ('01' to '95', '2A', '2B') or overseas body ('971' to '988'); null is the mainland. */
export const territoryOf = (department: string | null): Territory => ({
  zone: zones[department ?? ''] ?? 'Europe/Paris',
  department,
});

/** The clock of the place at an instant. */
export const localTimeOf = (at: Instant, { zone }: Territory): LocalTime =>
  new Date(wallOf(Date.parse(at), zone)).toISOString().slice(0, 19);

/** The day it is in the place at an instant. */
export const localDayOf = (at: Instant, territory: Territory): Day => localTimeOf(at, territory).slice(0, 10);

/**
 * The instants at which the clock of the place shows a time, earliest first: one as a rule, none for an hour skipped
 * in March, two for an hour lived twice in October. Throws RangeError for a time no calendar has.
 */
export function instantsOf(local: LocalTime, { zone }: Territory): Instant[] {
  const wall = Date.parse(`${local}Z`);
  const offsets = [wall - DAY, wall + DAY].map((near) => wallOf(near, zone) - near);
  return [...new Set(offsets)]
    .map((offset) => wall - offset)
    .filter((at) => wallOf(at, zone) === wall)
    .toSorted((a, b) => a - b)
    .map((at) => new Date(at).toISOString());
}

/** The instant a day ends in the place: midnight there, which no French clock has ever skipped since 1976. */
export const endOf = (day: Day, territory: Territory): Instant =>
  instantsOf(`${dayAfter(day, 1)}T00:00:00`, territory)[0] ?? `${dayAfter(day, 1)}T00:00:00.000Z`;

/** The day so many days later, or earlier when negative. */
export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** How many days lie after `from`, up to and including `to`; 0 when `to` does not come after. */
export const daysBetween = (from: Day, to: Day): number => Math.max(0, (Date.parse(to) - Date.parse(from)) / DAY);

/** How many of them are working days. */
export function workingDaysBetween(from: Day, to: Day, territory: Territory): number {
  let days = 0;
  for (let at = Date.parse(from) + DAY; at <= Date.parse(to); at += DAY)
    if (isWorkingDay(new Date(at).toISOString().slice(0, 10), territory)) days++;
  return days;
}

/** Monday to Friday, public holidays of the place excepted. */
export function isWorkingDay(day: Day, { department }: Territory): boolean {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(day.slice(0, 4)), department).has(day);
}

const DAY = 86_400_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock shows at an instant, as if it hung in Greenwich: milliseconds, to the second. */
function wallOf(at: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    const digits = '2-digit';
    clock = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric' },
      ...{ month: digits, day: digits, hour: digits, minute: digits, second: digits },
    });
    clocks.set(zone, clock);
  }
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Easter Sunday in the Gregorian calendar. Source: Meeus, Astronomical Algorithms (1991), chapter 8 (Butcher, 1876). */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1)).toISOString().slice(0, 10);
}

const calendars = new Map<string, ReadonlySet<Day>>();

/**
 * The public holidays of a year in a département: the eleven of the Code du travail (article L3133-1), and those of
 * the place. Written by hand: `date-holidays` weighs 45 MB with what it brings, keeps 27 May in Saint-Martin, gives
 * Good Friday to the Antilles, and knows none of the codes 971 to 988.
 *
 * Not covered: days kept by custom or by the employer (Good Friday and Shrove Tuesday in the Antilles, bridges, the
 * Whit Monday worked for solidarity), and the days that New Caledonia, French Polynesia, and Wallis and Futuna add in
 * labour codes of their own (24 September; 5 March and 29 June; 28 April and 29 July…): the eleven alone count there.
 */
export function holidaysOf(year: number, department: string | null): ReadonlySet<Day> {
  const key = `${year} ${department ?? ''}`;
  const known = calendars.get(key);
  if (known) return known;
  const easter = easterOf(year);
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map((day) => `${year}-${day}`);
  const moving = [1, 39, 50].map((days) => dayAfter(easter, days));
  const holidays = new Set([...fixed, ...moving, ...localHolidaysOf(year, department ?? '', easter)]);
  calendars.set(key, holidays);
  return holidays;
}

/** The abolition of slavery. Source: loi 83-550 and décret 83-1003, as amended by décret 2012-553 and loi 2017-256. */
const abolition: Readonly<Record<string, string>> = {
  ...{ '971': '05-27', '972': '05-22', '973': '06-10', '974': '12-20', '976': '04-27', '977': '10-09', '978': '05-28' },
};

/**
 * Alsace and Moselle keep Good Friday and 26 December (Code du travail, L3134-13). The law gives Good Friday only to
 * communes with a Protestant temple or a mixed church; no public list says which, so all of them have it here.
 */
function localHolidaysOf(year: number, department: string, easter: Day): Day[] {
  if (['57', '67', '68'].includes(department)) return [dayAfter(easter, -2), `${year}-12-26`];
  // Saint-Martin kept the day of Guadeloupe until 2017.
  const day = department === '978' && year < 2018 ? '05-27' : abolition[department];
  return day ? [`${year}-${day}`] : [];
}
