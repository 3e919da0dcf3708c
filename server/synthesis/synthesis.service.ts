import { readFileSync } from 'node:fs';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Edition } from '../edition/edition.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { queriesOf } from '../quotation/near.rules.ts';
import { askedIn } from '../quotation/query.rules.ts';
import { saidOf } from '../quotation/said.rules.ts';
import type { Told } from '../quotation/told.rules.ts';
import { tellingOf } from '../quotation/told.service.ts';
import { type Built, builtOf, figuresPrinted } from './build.rules.ts';
import { Manuscript, TextKind } from './manuscript.ts';
import { Printing } from './printing.ts';
import { proposedOf } from './proposed.rules.ts';
import type { EditorialText, Sayable, TextBuild } from './synthesis.ts';

const shippedOf = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const shipped: Readonly<Record<TextKind, string>> = {
  [TextKind.SYNTHESIS]: shippedOf('synthesis.txt'),
  [TextKind.PRESS_RELEASE]: shippedOf('press-release.txt'),
};

/** One text of an edition: as it stands, or as we propose it, and what it comes to now. */
export async function editorialText(em: EntityManager, editionId: string, kind: TextKind): Promise<EditorialText> {
  const { told } = await tellingOf(em, editionId);
  const states = await em.find(Manuscript, { edition: editionId, kind }, { orderBy: { number: 'desc' } });
  const [current = null] = states;
  const body = current?.body ?? proposedOf(shipped[kind], told);
  const elsewhere = await elsewhereOf(em, editionId, kind, told);
  return {
    current,
    body,
    states,
    printings: await em.find(Printing, { edition: editionId, kind }, { orderBy: { publishedAt: 'desc' } }),
    build: buildOn(told, builtOf(body, told, { read: current?.read ?? null, elsewhere })),
  };
}

/** What a text that is being written comes to; nothing is saved. */
export async function buildText(
  em: EntityManager,
  editionId: string,
  kind: TextKind,
  body: string,
): Promise<TextBuild> {
  const { told } = await tellingOf(em, editionId);
  const elsewhere = await elsewhereOf(em, editionId, kind, told);
  return buildOn(told, builtOf(body, told, { read: null, elsewhere }));
}

/** How the other text of an edition prints its figures; nothing until it is approved: before, it is the one to change. */
export async function elsewhereOf(
  em: EntityManager,
  editionId: string,
  kind: TextKind,
  told: Told,
): Promise<ReadonlyMap<string, string>> {
  const where = { edition: editionId, kind: { $ne: kind } };
  const other = await em.findOne(Manuscript, where, { orderBy: { number: 'desc' } });
  return other?.approvedAt ? figuresPrinted(other.body, told) : new Map();
}

const buildOn = ({ version, hash, published }: Told, { lines, faults, names }: Built): TextBuild => ({
  ...{ version, hash, published, lines, faults, names },
});

/** Everything a text may ask for, with what it says now. */
export async function sayablesOf(em: EntityManager, editionId: string): Promise<Sayable[]> {
  const { told } = await tellingOf(em, editionId);
  return queriesOf(told).map((query) => {
    const asked = askedIn(query.startsWith('change ') ? `${query} | broken` : query);
    const said = asked.kind === 'QUERY' ? saidOf(asked.query, asked.options, told) : null;
    return { query, label: labelOf(query, told), words: said && 'words' in said ? said.words : null };
  });
}

function labelOf(query: string, { figures, awards }: Told): string | null {
  const [, award] = /^(?:laureates|point) (.+)$/.exec(query) ?? [];
  if (award) return awards.find(({ code }) => code === award)?.label ?? null;
  const key = query.replace(/^change (?=global|category|channel)/, 'mean ').replace(/^change /, '');
  return figures.get(key)?.label ?? null;
}

/** Saves a text as its next state, whether or not it can be built; refused when someone else saved one since `after`. */
export function saveText(
  em: EntityManager,
  actor: Actor,
  editionId: string,
  kind: TextKind,
  body: string,
  after: number,
): Promise<Manuscript> {
  return em.transactional(async (em) => {
    const edition = await em.findOneOrFail(Edition, { id: editionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const last = await em.findOne(Manuscript, { edition, kind }, { orderBy: { number: 'desc' } });
    if ((last?.number ?? 0) !== after) throw new Refusal('STALE');
    const { told } = await tellingOf(em, editionId);
    const { figures } = builtOf(body, told);
    return em.create(Manuscript, {
      ...{ edition, kind, body, number: after + 1, authorId: actor.id, authorName: actor.name },
      ...{ readOn: told.version, readHash: told.hash, read: figures },
    });
  });
}

/**
 * Approves the latest state of a text, on the figures whose hash is sent: someone else than its author does. Approved
 * again, it takes the figures of now for those it was read with.
 */
export function approveText(em: EntityManager, actor: Actor, now: Date, id: string, hash: string): Promise<Manuscript> {
  return em.transactional(async (em) => {
    const manuscript = await em.findOneOrFail(Manuscript, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const { edition, kind, number, body, authorId } = manuscript;
    if ((await em.count(Manuscript, { edition, kind, number: { $gt: number } })) > 0) throw new Refusal('STALE');
    if (authorId === actor.id) throw new Refusal('TEXT_OWN');
    const { told } = await tellingOf(em, edition.id);
    if (told.hash !== hash) throw new Refusal('TEXT_MOVED');
    const elsewhere = await elsewhereOf(em, edition.id, kind, told);
    const { faults, figures } = builtOf(body, told, { read: null, elsewhere });
    if (faults.length > 0) throw new Refusal('TEXT_FAULTY', { faults });
    return em.assign(manuscript, {
      ...{ readOn: told.version, readHash: hash, read: figures },
      ...{ approvedAt: now, approvedByName: actor.name },
    });
  });
}
