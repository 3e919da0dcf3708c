import type { Criterion } from '../grid/criterion.ts';
import { rulesOf } from '../grid/grid.service.ts';
import type { Grid } from '../grid/grid.ts';
import type { Json } from '../kernel/canonical.rules.ts';
import type { ChannelRule } from '../score/channel.rules.ts';
import type { CriterionRule } from '../score/measure.rules.ts';

/** A grid as a certificate writes it: what scores need, with the names of things. */
export function writtenOf(grid: Grid): Json {
  const { minimumShare, channels } = rulesOf(grid);
  return {
    minimumShare: minimumShare ?? null,
    steps: grid.steps.getItems().map(({ code, label, weight }) => ({ code, label, weight: weight && plain(weight) })),
    channels: grid.channels.getItems().map((channel, i) => writtenChannel(channel, channels[i] as ChannelRule)),
  };
}

function writtenChannel({ label, criteria }: Grid['channels'][number], rule: ChannelRule): Json {
  const { code, weight, optional, compared, whenAbsent, floor, minimum, bonusCap } = rule;
  return {
    ...{ code, label, weight, optional, compared: compared ?? false, whenAbsent: whenAbsent ?? 'RENORMALISE' },
    ...{ floor: floor ?? null, minimum: minimum ?? null, bonusCap: bonusCap ?? null },
    criteria: criteria.getItems().map((each, i) => writtenCriterion(each, rule.criteria[i] as CriterionRule)),
  };
}

function writtenCriterion({ label, kind, scale, conditions }: Criterion, rule: CriterionRule): Json {
  const { code, weight, step, bonus, minimum, floor, absences } = rule;
  return {
    ...{ code, label, step: step ?? '', kind, weight, bonus: bonus ?? false, minimum: minimum ?? null },
    ...{ floor: floor ?? null, scale: scale as unknown as Json, absences: { ...absences } },
    conditions: conditions as unknown as Json,
  };
}

const plain = (weight: string): string => weight.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
