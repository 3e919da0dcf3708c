import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { BENDABLE } from './bends.ts';
import { CHANNELS } from './channels.ts';
import type { Rules } from './plan.graphql.ts';

/** What each part of the rules says, in one line. */
export function useSetInWords(said: Rules) {
  const translate = useTranslate();
  const format = useFormat();
  const words = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    translate(`room.planning.set.${key}`, values);
  const several = (key: string, smart_count: number) => words(key, { smart_count, count: format.number(smart_count) });
  return {
    targets() {
      const all = CHANNELS.flatMap((channel) => {
        const line = said.targets.find((each) => each.channel === channel && each.categoryCode === null);
        return line?.tests ? [words('target', { channel: nameOf(translate, channel), tests: line.tests })] : [];
      });
      const own = new Set(said.targets.flatMap(({ categoryCode }) => categoryCode ?? [])).size;
      const told = [...all, ...(own > 0 ? [several('own', own)] : [])];
      return told.length > 0 ? capitalised(format.list(told)) : words('noTarget');
    },
    bands() {
      const { bands } = said;
      if (bands.length === 0) return words('noBand');
      const ends = { from: least(bands.map(({ from }) => from)), to: most(bands.map(({ to }) => to)) };
      const days = [...new Set(bands.flatMap(({ weekdays }) => weekdays))].sort();
      const named = days.map((day) => translate(`room.planning.day.${day}`));
      return `${several('bands', bands.length)} ${words('hours', { ...ends, days: format.list(named) })}`;
    },
    limits() {
      const { weekMost, structureShare, structureGap, closedDays } = said;
      const closed = closedDays.filter(Boolean).length;
      return [
        words('limits', { week: weekMost, share: structureShare }),
        several('gap', structureGap),
        ...(closed > 0 ? [several('closed', closed)] : []),
      ].join(' ');
    },
    bends() {
      const named = BENDABLE.filter((rule) => said.costs.some((line) => line.rule === rule));
      return named.length > 0
        ? capitalised(format.list(named.map((rule) => translate(`room.planning.name.${rule}`))))
        : words('noBend');
    },
    money() {
      const prices = said.prices.map(({ cents }) => cents);
      const [low, high] = [Math.min(...prices), Math.max(...prices)];
      return [
        prices.length > 0 ? words('prices', { from: format.euros(low), to: format.euros(high) }) : words('noPrice'),
        said.budget === null ? words('noBudget') : words('budget', { budget: format.euros(said.budget) }),
      ].join(' ');
    },
  };
}

const nameOf = (translate: ReturnType<typeof useTranslate>, channel: string): string =>
  translate(`enum.ChannelCode.${channel}`).toLowerCase();
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const least = (hours: readonly string[]): string => hours.toSorted()[0] ?? '';
const most = (hours: readonly string[]): string => hours.toSorted().at(-1) ?? '';
