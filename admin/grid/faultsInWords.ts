import { useTranslate } from 'react-admin';
import type { GridFault } from '../../server/score/fault.rules.ts';
import type { Grid } from './grid.graphql.ts';

/** Says what is wrong with a grid as people call its parts, not by their codes. */
export function useFaultsInWords(grid: Grid | undefined): (fault: GridFault) => string {
  const translate = useTranslate();
  const criteria = grid?.channels.flatMap((channel) => channel.criteria) ?? [];
  const named = (code: string) => criteria.find((each) => each.code === code)?.label ?? code;
  const channelNamed = (code: string) => grid?.channels.find((each) => each.code === code)?.label ?? code;
  return ({ code, criterion, channel, field, about = {}, sentence }) => {
    const about_ = {
      ...about,
      on: named(about.on ?? ''),
      criterion: named(about.criterion ?? ''),
      kind: about.kind ? translate(`enum.CriterionKind.${about.kind}`) : '',
      field: field ? translate(`field.${field}`, { _: field }) : '',
    };
    const words = translate(`room.fault.${code}`, { ...about_, _: sentence });
    const where = criterion ? named(criterion) : channel ? channelNamed(channel) : '';
    return where ? translate('room.fault.at', { where, words }) : words;
  };
}
