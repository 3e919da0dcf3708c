import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { type Case, firstsOf, followsRanking, nameIn } from './cases.ts';
import { AwardTrophy } from './jury.graphql.ts';

/** What is being decided: to follow the ranking, to choose others, or to leave the trophy without a laureate. */
export interface Choice {
  readonly way: 'follow' | 'choose' | 'none';
  /** The structures chosen, when the ranking is not followed. */
  readonly others: readonly string[];
  readonly motive: string;
  readonly point: string;
}

/** Holds a decision while it is being taken, and takes it. An earlier one is where a later one starts from. */
export function useAward({ category, standings, trophy, decisions }: Case, editionId: string, onDone: () => void) {
  const notify = useNotify();
  const format = useFormat();
  const client = useQueryClient();
  const given = trophy?.laureates.map(({ structure }) => structure.id) ?? [];
  const [choice, setChoice] = useState<Choice>(() => ({
    way: !trophy || followsRanking(standings, given) ? 'follow' : given.length === 0 ? 'none' : 'choose',
    others: given,
    motive: decisions[0]?.motive ?? '',
    point: trophy?.pointRemarquable ?? '',
  }));
  const chosen =
    choice.way === 'none'
      ? []
      : choice.way === 'choose'
        ? choice.others
        : firstsOf(standings).map(({ enrolment }) => enrolment.structure.id);
  const names = chosen.flatMap((id) => nameIn(standings, id) ?? []);
  const departs = choice.way === 'none' || (choice.way === 'choose' && !followsRanking(standings, chosen));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      run(AwardTrophy, {
        categoryId: category.id,
        input: {
          structureIds: [...chosen],
          pointRemarquable: (choice.way !== 'none' && choice.point.trim()) || null,
          motive: (departs && choice.motive.trim()) || null,
        },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['award', editionId] });
      void client.invalidateQueries();
      notify(names.length > 0 ? 'room.award.done' : 'room.award.doneNone', {
        type: 'success',
        messageArgs: { names: format.list(names) },
      });
      onDone();
    },
  });
  return {
    choice,
    change: (more: Partial<Choice>) => setChoice((before) => ({ ...before, ...more })),
    departs,
    names,
    ready: (choice.way === 'none' || chosen.length > 0) && (!departs || choice.motive.trim() !== ''),
    award: () => mutate(),
    isPending,
    refusal: error ? codeIn(error) : null,
  };
}
