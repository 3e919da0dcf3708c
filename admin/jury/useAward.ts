import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import type { VariablesOf } from '../kernel/graphql.ts';
import { type Case, firstsOf, followsRanking, isFree, isParted, nameIn } from './cases.ts';
import { AwardPrize, AwardTrophy } from './jury.graphql.ts';

/** What is being decided: to follow the ranking, to choose others, or to leave the trophy without a laureate. */
export interface Choice {
  readonly way: 'follow' | 'choose' | 'none';
  /** The structures chosen, when the ranking is not followed. */
  readonly others: readonly string[];
  readonly motive: string;
  readonly point: string;
  /** The mention of each laureate, by structure. */
  readonly mentions: Readonly<Record<string, string>>;
}

/** Holds a decision while it is being taken, and takes it. An earlier one is where a later one starts from. */
export function useAward(of: Case, editionId: string, onDone: () => void) {
  const { id, prize, standings, trophy, decisions } = of;
  const notify = useNotify();
  const client = useQueryClient();
  const given = trophy?.laureates.map(({ structure }) => structure.id) ?? [];
  const [choice, setChoice] = useState<Choice>(() => ({
    way: firstWay(of, given),
    others: given,
    motive: decisions[0]?.motive ?? '',
    point: '',
    mentions: Object.fromEntries(trophy?.laureates.map((one) => [one.structure.id, one.mention ?? '']) ?? []),
  }));
  const chosen =
    choice.way === 'none'
      ? []
      : choice.way === 'choose'
        ? choice.others
        : firstsOf(of).map(({ enrolment }) => enrolment.structure.id);
  const laureates = chosen.flatMap((id) => {
    const name = nameIn(standings, id);
    return name === null ? [] : [{ id, name }];
  });
  const names = laureates.map(({ name }) => name);
  // A text that exists already is changed where it is approved: deciding again leaves it alone.
  const toWrite = chosen.some((id) => !trophy?.points.some(({ structure }) => structure.id === id));
  const nobodyCould = !isFree(prize) && of.firsts.length === 0;
  const departs =
    choice.way === 'none' ? !nobodyCould && !isFree(prize) : choice.way === 'choose' && !followsRanking(of, chosen);
  const give = async (input: VariablesOf<typeof AwardTrophy>['input']): Promise<void> => {
    if (prize) await run(AwardPrize, { prizeId: id, input });
    else await run(AwardTrophy, { categoryId: id, input });
  };
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      give({
        structureIds: [...chosen],
        pointRemarquable: (toWrite && choice.point.trim()) || null,
        motive: (departs && choice.motive.trim()) || null,
        mentions: chosen.flatMap((structureId) => {
          const mention = choice.mentions[structureId]?.trim();
          return mention ? [{ structureId, mention }] : [];
        }),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['award', editionId] });
      void client.invalidateQueries();
      notify(names.length > 0 ? 'room.award.done' : 'room.award.doneNone', {
        type: 'success',
        messageArgs: { names },
      });
      onDone();
    },
  });
  return {
    choice,
    change: (more: Partial<Choice>) => setChoice((before) => ({ ...before, ...more })),
    departs,
    laureates,
    names,
    toWrite,
    ready: (choice.way === 'none' || chosen.length > 0) && (!departs || choice.motive.trim() !== ''),
    award: () => mutate(),
    isPending,
    refusal: error ? codeIn(error) : null,
  };
}

/** Where a decision starts: from the earlier one; else from those the rules put first, unless the jury must choose. */
function firstWay(of: Case, given: readonly string[]): Choice['way'] {
  if (of.trophy) return given.length === 0 ? 'none' : followsRanking(of, given) ? 'follow' : 'choose';
  return isFree(of.prize) || isParted(of) ? 'choose' : 'follow';
}
