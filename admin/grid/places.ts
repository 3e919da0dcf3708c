import type { Criterion, Grid, Step } from './grid.graphql.ts';
import type { CriterionPlace } from './outline.graphql.ts';

interface Where {
  readonly channelId: string;
  readonly step: Step;
}

/** Criteria under a step of a channel, in the order of the form. */
const under = (grid: Grid, { channelId, step }: Where): readonly Criterion[] =>
  grid.channels.find(({ id }) => id === channelId)?.criteria.filter((each) => each.step.id === step.id) ?? [];

/**
 * Where criteria go when they are moved one place up or down: past their neighbour, then to the next step of the
 * journey, then to the next channel. Null where there is nowhere to go.
 */
export function stepped(grid: Grid, moved: ReadonlySet<string>, down: boolean): CriterionPlace | null {
  const all = grid.channels.flatMap((channel) =>
    grid.steps.flatMap((step) => under(grid, { channelId: channel.id, step }).map((one) => ({ one, channel, step }))),
  );
  const chosen = all.filter(({ one }) => moved.has(one.id));
  const edge = down ? chosen.at(-1) : chosen[0];
  if (!edge) return null;
  const where: Where = { channelId: edge.channel.id, step: edge.step };
  const siblings = under(grid, where).filter(({ id }) => !moved.has(id) || id === edge.one.id);
  const at = siblings.findIndex(({ id }) => id === edge.one.id);
  const place = (to: Where, afterId: string | null) => ({ channelId: to.channelId, stepId: to.step.id, afterId });
  if (down && siblings[at + 1]) return place(where, siblings[at + 1]?.id ?? null);
  if (!down && at > 0) return place(where, siblings[at - 2]?.id ?? null);
  const next = neighbour(grid, where, down);
  return next && place(next, down ? null : (under(grid, next).at(-1)?.id ?? null));
}

/** The step after or before one in its channel; past the last, the first step of the next channel. */
function neighbour(grid: Grid, { channelId, step }: Where, down: boolean): Where | null {
  const by = down ? 1 : -1;
  const channel = grid.channels.findIndex(({ id }) => id === channelId);
  const next = grid.steps[grid.steps.findIndex(({ id }) => id === step.id) + by];
  if (next) return { channelId, step: next };
  const other = grid.channels[channel + by];
  const edge = down ? grid.steps[0] : grid.steps.at(-1);
  return other && edge ? { channelId: other.id, step: edge } : null;
}

/** The one that a channel or a step follows once it was moved one place; undefined where there is nowhere to go. */
export function steppedAfter(ids: readonly string[], id: string, down: boolean): string | null | undefined {
  const at = ids.indexOf(id);
  if (down) return at === ids.length - 1 ? undefined : ids[at + 1];
  return at <= 0 ? undefined : (ids[at - 2] ?? null);
}
