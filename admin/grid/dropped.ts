import type { Grid } from './grid.graphql.ts';
import { type CriterionPlace, MoveChannel, MoveCriteria } from './outline.graphql.ts';
import type { Row } from './rows.ts';
import type { Editor } from './useEditor.ts';
import { asRead, nameOf, readOf, type Tree } from './useTree.ts';

/** Puts what was dragged where it was let go: after the line under it, or first under a channel or a step. */
export async function dropped(grid: Grid, tree: Tree, editor: Editor, from: Row, to: Row): Promise<void> {
  if (from.id === to.id) return;
  const label = nameOf(from);
  if (from.kind === 'channel') {
    const afterId = to.channel.id;
    if (afterId === from.id) return;
    const said = tree.t('room.editor.saidShifted', { label });
    const ids = grid.channels.map(({ id }) => id);
    // Dragged up, it takes the place of the channel it is dropped on; dragged down, it follows it.
    const up = ids.indexOf(from.id) > ids.indexOf(afterId);
    const before = ids[ids.indexOf(afterId) - 1] ?? null;
    await editor.apply(said, MoveChannel, { channel: asRead(from.channel), afterId: up ? before : afterId });
    return;
  }
  const place = placeOn(grid, to);
  if (from.kind !== 'criterion' || !place) return;
  const moved = tree.chosen.has(from.id) ? tree.chosen : new Set([from.id]);
  if (moved.has(to.id)) return;
  const where = `${to.channel.label}, ${grid.steps.find(({ id }) => id === place.stepId)?.label ?? ''}`;
  const said = tree.t('room.editor.saidMoved', { label, smart_count: moved.size, where });
  if (await editor.apply(said, MoveCriteria, { criteria: readOf(grid, moved), place })) tree.focus(from.id, true);
}

function placeOn(grid: Grid, to: Row): CriterionPlace | null {
  const channelId = to.channel.id;
  if (to.kind === 'criterion') return { channelId, stepId: to.step.id, afterId: to.criterion.id };
  const step = to.kind === 'step' ? to.step : grid.steps[0];
  return step ? { channelId, stepId: step.id, afterId: null } : null;
}
