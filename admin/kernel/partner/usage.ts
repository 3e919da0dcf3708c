/** What was read on one day under one name of operation, as the contract tells it. */
export interface UsageLine {
  readonly day: string;
  readonly operation: string;
  readonly requests: number;
  readonly cost: number;
  readonly refusals: number;
}

/** Days that are drawn. */
const SHOWN = 30;

/** The requests of each of the last thirty days, the oldest first; a day on which nothing was asked counts for none. */
export function byDay(lines: readonly UsageLine[], today: Date): { readonly day: string; readonly requests: number }[] {
  const days = Array.from({ length: SHOWN }, (_, i) => {
    const day = new Date(today.getTime() - (SHOWN - 1 - i) * 86_400_000);
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(day);
  });
  const asked = (day: string) =>
    lines.filter((line) => line.day === day).reduce((sum, { requests }) => sum + requests, 0);
  return days.map((day) => ({ day, requests: asked(day) }));
}
