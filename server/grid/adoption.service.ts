import type { EntityManager } from '@mikro-orm/postgresql';
import { insertRows } from '../kernel/bulk.ts';
import { Channel, type Grid } from './grid.ts';
import { conversionOf, type FateRow, rowsAfter } from './version.carry.rules.ts';
import { type FateFault, fateFault, fateFaults } from './version.faults.rules.ts';
import { gated } from './version.gate.rules.ts';
import { fateKindOf, type Versioned } from './version.rules.ts';
import type { Draft } from './version.service.ts';
import { CriterionFate } from './version.ts';

/** Where every earlier measurement goes on a draft, by identifiers; or what keeps it from being said. */
export async function rowsOf(em: EntityManager, draft: Draft): Promise<{ rows: FateRow[] } | { faults: FateFault[] }> {
  const { before, after, fates, base, grid } = draft;
  const faults = fateFaults(before, after, fates);
  if (faults.length > 0) return { faults };
  const [old, now] = [byCode(before), byCode(after)];
  const [oldId, idOf] = [idsIn(base), idsIn(grid)];
  const lines = fates.flatMap((fate) => {
    const { source, target } = fate;
    if (source === null) return [];
    const to = target === null ? null : (now.get(target) ?? null);
    return [{ source: oldId(source), target: to && idOf(to.code), conversion: to && conversionOf(fate, to) }];
  });
  const channels = await earlierChannels(em, grid);
  const fresh = fates.flatMap((fate) => {
    const { target, absence } = fate;
    if (fateKindOf(fate) !== 'NEW' || target === null || absence === null) return [];
    return [{ target: idOf(target), absence, channels: channels.get(now.get(target)?.channel ?? '') ?? [] }];
  });
  const rows = rowsAfter(await storedRows(em, base), lines, fresh);
  if (!rows) return { faults: [fateFault('FACTOR_TOO_LONG', null)] };
  return { rows: gated(rows, { before: old, after: now, fates, idOf }) };
}

const byCode = (criteria: readonly Versioned[]) => new Map(criteria.map((each) => [each.code, each]));

/** The identifier of each criterion of a grid, by its code. */
function idsIn({ channels }: Grid): (code: string) => string {
  const ids = new Map(channels.getItems().flatMap(({ criteria }) => criteria.getItems().map((c) => [c.code, c.id])));
  return (code) => ids.get(code) ?? '';
}

/** The channels of the versions before a draft, by their code. */
async function earlierChannels(em: EntityManager, { id, edition }: Grid): Promise<ReadonlyMap<string, string[]>> {
  const found = await em.find(Channel, { grid: { edition, draft: false, id: { $ne: id } } });
  return new Map([...Map.groupBy(found, ({ code }) => code)].map(([code, own]) => [code, own.map((each) => each.id)]));
}

/** The rows that a version was adopted with; none for the first. */
export async function storedRows(em: EntityManager, grid: Grid): Promise<FateRow[]> {
  const stored = await em.find(CriterionFate, { grid });
  return stored.map(({ source, channel, target, answers, times, per, absence, conditions }) => ({
    ...{ source: source?.id ?? null, channel: channel?.id ?? null, target: target?.id ?? null, absence, conditions },
    conversion: answers ? { answers } : times !== null && per !== null ? { times, per } : null,
  }));
}

/** Writes where every earlier measurement goes, once and for all. */
export const writeRows = (em: EntityManager, grid: Pick<Grid, 'id'>, rows: readonly FateRow[]): Promise<void> =>
  insertRows(
    em,
    'criterion_fate',
    rows.map(({ source, channel, target, conversion, absence, conditions }) => ({
      ...{ grid_id: grid.id, source_id: source, channel_id: channel, target_id: target },
      ...{ absence, conditions, answers: conversion && 'answers' in conversion ? conversion.answers : null },
      times: conversion && 'times' in conversion ? conversion.times : null,
      per: conversion && 'times' in conversion ? conversion.per : null,
    })),
  );
