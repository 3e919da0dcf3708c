import type { ChannelOutcome, ChannelScore, KnockOut } from '../score/channel.rules.ts';
import type { Exclusion, StructureScore } from '../score/score.rules.ts';

/** What became of a structure, as a run keeps it. Numbers are exact, as fractions such as "6205/91". */
export interface OverallDetail {
  readonly share: string;
  readonly exclusion: {
    readonly reason: Exclusion['reason'];
    readonly code: string | null;
    readonly absence: string | null;
  } | null;
  readonly knockOuts: readonly {
    readonly scope: KnockOut['scope'];
    readonly code: string;
    readonly minimum: string;
    readonly score: string;
  }[];
}

/** What became of a channel, as a run keeps it. */
export interface ChannelDetail {
  readonly outcome: ChannelOutcome;
  readonly earned: string | null;
  readonly bonus: string;
  readonly capped: string;
  readonly counted: string | null;
}

type Judged = Pick<StructureScore, 'share' | 'exclusion' | 'knockOuts'>;

export const overallDetailOf = ({ share, exclusion, knockOuts }: Judged): OverallDetail => ({
  share: share.toFraction(),
  exclusion: exclusion && {
    reason: exclusion.reason,
    code: 'code' in exclusion ? exclusion.code : null,
    absence: 'absence' in exclusion ? exclusion.absence : null,
  },
  knockOuts: knockOuts.map(({ scope, code, minimum, score }) => ({ scope, code, minimum, score: score.toFraction() })),
});

export const channelDetailOf = ({ outcome, earned, bonus, capped, counted }: ChannelScore): ChannelDetail => ({
  outcome,
  earned: earned?.toFraction() ?? null,
  bonus: bonus.toFraction(),
  capped: capped.toFraction(),
  counted: counted?.toFraction() ?? null,
});
