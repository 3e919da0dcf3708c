import { useQuery } from '@tanstack/react-query';
import { run } from '../kernel/api.ts';
import { graphql, type ResultOf } from '../kernel/graphql.ts';
import { lookedAtTogether } from '../kernel/jury.ts';

const JuryDue = graphql(`
  query JuryDue($editionId: ID!) {
    panels(editionId: $editionId, perPage: 100) {
      items { id jurors { state tiesCheckedAt } mandates { category { id } prize { id } } }
    }
    categories(editionId: $editionId, perPage: 100) { items { id awarded } }
    specialPrizes(editionId: $editionId, perPage: 100) { items { id } }
    trophies(editionId: $editionId, perPage: 100) {
      items { category { id } prize { id } laureates { award structure { id } } points { approvedAt consent structure { id } } }
    }
  }
`);

const PanelConflicts = graphql(
  `query PanelConflicts($panelId: ID!) { conflicts(panelId: $panelId) { id state affiliation { id } path { name } } }`,
);

/** What juries and their laureates wait for; undefined until known, or where nothing can be done about it now. */
export function useJuryDue(editionId: string, enabled: boolean) {
  const { data } = useQuery({
    queryKey: ['panel', 'due', editionId],
    queryFn: ({ signal }) => juryDue(editionId, signal),
    enabled,
    retry: false,
  });
  return data;
}

async function juryDue(editionId: string, signal: AbortSignal) {
  const due = await run(JuryDue, { editionId }, signal);
  const { panels, trophies } = due;
  const found = await Promise.all(panels.items.map(({ id }) => run(PanelConflicts, { panelId: id }, signal)));
  const toConfirm = found.flatMap(({ conflicts }) => conflicts).filter(({ state }) => state === 'TO_CONFIRM');
  const jurors = panels.items.flatMap((panel) => panel.jurors);
  return {
    conflicts: lookedAtTogether(toConfirm).length,
    unchecked: jurors.filter(({ state, tiesCheckedAt }) => state === 'ACCEPTED' && !tiesCheckedAt).length,
    toAward: toAwardIn(due),
    ...pointsIn(trophies.items),
  };
}

/** Awards that staff record: those no panel decides on, and nobody decided yet. */
function toAwardIn({ panels, categories, specialPrizes, trophies }: ResultOf<typeof JuryDue>): number {
  const settled = [...panels.items.flatMap(({ mandates }) => mandates), ...trophies.items];
  const ids = settled.map(({ category, prize }) => (category ?? prize)?.id);
  const awards = [...categories.items.filter(({ awarded }) => awarded), ...specialPrizes.items];
  return awards.filter(({ id }) => !ids.includes(id)).length;
}

/** Points to write, to approve, to have agreed to: one that was refused is to write again. */
function pointsIn(trophies: ResultOf<typeof JuryDue>['trophies']['items']) {
  const points = trophies.flatMap(({ laureates, points }) =>
    laureates
      .filter(({ award }) => award !== 'RANKED')
      .map(({ structure }) => points.find((point) => point.structure.id === structure.id) ?? null),
  );
  const written = points.filter((point) => point !== null && point.consent !== 'REFUSED');
  return {
    toWrite: points.length - written.length,
    toApprove: written.filter((point) => !point?.approvedAt).length,
    toConsent: written.filter((point) => point?.approvedAt && point.consent === 'PENDING').length,
  };
}
