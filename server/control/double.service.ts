import { createHash } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Measurement } from '../audit/audit.ts';
import { editionGranting } from '../edition/edition.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { insertNouns } from '../kernel/bulk.ts';
import { Refusal } from '../kernel/errors.ts';
import { foundIn } from './correction.service.ts';
import { Correction } from './correction.ts';
import { CheckSample, DoubleCheck, type Findings } from './double.ts';
import { findingIn } from './found.rules.ts';
import type { FindingInput } from './found.ts';
import { type Drawable, drawnFrom } from './sample.rules.ts';

/**
 * Draws tests of an edition to be read a second time, from those that came and were neither rejected nor drawn before.
 * Without a seed one is made of what there is to draw from, so that nobody chooses it; either way it is recorded.
 */
export function drawSample(
  em: EntityManager,
  editionId: string,
  share: number,
  seed: string | null,
): Promise<CheckSample> {
  return em.transactional(async (em) => {
    const edition = await editionGranting(em, editionId, 'CONTROL', 'CONTROL_CLOSED', LockMode.PESSIMISTIC_WRITE);
    if (share < 1 || share > 100) throw new Refusal('OUT_OF_RANGE', { field: 'share' });
    const tests: (Drawable & { digest: string | null })[] = await em.execute(
      `select a.id, a.reference, h.code as channel, a.digest from audit a join channel h on h.id = a.channel_id
       where a.edition_id = ? and a.state in ('SUBMITTED', 'IN_CONTROL', 'VALIDATED')
         and not exists (select from double_check d where d.audit_id = a.id) order by a.reference collate "C"`,
      [edition.id],
    );
    const number = (await em.count(CheckSample, { edition })) + 1;
    const from = createHash('sha256').update(JSON.stringify([number, tests.map(({ id, digest }) => [id, digest])]));
    const sown = seed ?? from.digest('hex').slice(0, 16);
    const drawn = drawnFrom(tests, share, sown);
    if (drawn.length === 0) throw new Refusal('SAMPLE_EMPTY');
    const sample = em.create(CheckSample, {
      ...{ edition, number, share, seed: sown, population: tests.length, size: drawn.length },
    });
    await em.flush();
    await insertNouns(
      em,
      'double_check',
      drawn.map(({ id }) => ({ sample_id: sample.id, audit_id: id })),
    );
    return sample;
  });
}

/** Takes a test to read a second time. Whoever made it, or did anything in its control, has seen what was found. */
export function takeCheck(em: EntityManager, actor: Actor, now: Date, id: string): Promise<DoubleCheck> {
  return em.transactional(async (em) => {
    const check = await heldCheck(em, id);
    if (check.doneAt) throw new Refusal('CHECK_DONE');
    if (check.reader === actor.id) return check;
    if (check.reader) throw new Refusal('CHECK_TAKEN');
    if (await hasActedOn(em, actor, check.audit.id)) throw new Refusal('CHECK_SEEN');
    Object.assign(check, { reader: actor.id, takenAt: now });
    await em.flush();
    return check;
  });
}

/** Gives a second reading back, unread. */
export function leaveCheck(em: EntityManager, actor: Actor, id: string): Promise<DoubleCheck> {
  return em.transactional(async (em) => {
    const check = await ownCheck(em, actor, id);
    Object.assign(check, { reader: null, takenAt: null });
    await em.flush();
    return check;
  });
}

/** Records a second reading, whole: a value or an absence for each criterion of the channel that is asked. */
export function readAgain(
  em: EntityManager,
  actor: Actor,
  now: Date,
  id: string,
  findings: readonly FindingInput[],
): Promise<DoubleCheck> {
  return em.transactional(async (em) => {
    const check = await ownCheck(em, actor, id);
    const measurements = await em.find(Measurement, { audit: check.audit }, { populate: ['criterion'] });
    const said = new Map(findings.map((finding) => [finding.criterionId, finding]));
    const read = measurements.map(({ criterion: of }) => {
      const criterion = of.getEntity();
      const finding = said.get(criterion.id) ?? {};
      const found = criterion.delay ? null : findingIn(criterion, finding);
      if (typeof found === 'string')
        throw new Refusal('CORRECTION_VALUE', { criterion: criterion.label, fault: found });
      return [criterion.code, found] as const;
    });
    const second: Findings = Object.fromEntries(read.flatMap(([code, found]) => (found ? [[code, found]] : [])));
    Object.assign(check, { second, first: await firstFound(em, measurements), doneAt: now });
    await em.flush();
    return check;
  });
}

/** What the auditor found, as it was before any correction. */
async function firstFound(em: EntityManager, measurements: readonly Measurement[]): Promise<Findings> {
  const corrections = await em.find(
    Correction,
    { audit: measurements[0]?.audit.id ?? '' },
    { orderBy: { createdAt: 'desc', id: 'desc' } },
  );
  const originals = new Map(corrections.map(({ criterion, before }) => [criterion.id as string, before]));
  return Object.fromEntries(
    measurements
      .filter(({ criterion }) => !criterion.getEntity().delay)
      .map((each) => [each.criterion.getEntity().code, originals.get(each.criterion.id) ?? foundIn(each)]),
  );
}

async function heldCheck(em: EntityManager, id: string): Promise<DoubleCheck> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const check = await em.findOneOrFail(DoubleCheck, { id }, lock);
  const { edition } = await check.sample.loadOrFail();
  await editionGranting(em, edition.id, 'CONTROL', 'CONTROL_CLOSED');
  return check;
}

async function ownCheck(em: EntityManager, actor: Actor, id: string): Promise<DoubleCheck> {
  const check = await heldCheck(em, id);
  if (check.doneAt) throw new Refusal('CHECK_DONE');
  if (check.reader !== actor.id) throw new Refusal('CHECK_TAKEN');
  return check;
}

/** Whether someone made a test, moved it, asked about it or corrected it. */
async function hasActedOn(em: EntityManager, { id }: Actor, auditId: string): Promise<boolean> {
  const [{ acted }] = (await em.execute(
    `select exists (select from change where noun = 'audit' and record_id = ? and actor_id = ? and before is not null)
       or exists (select from question where audit_id = ?::uuid and ? in (asked_by, answered_by, closed_by))
       or exists (select from correction where audit_id = ?::uuid and made_by = ?)
       or exists (select from audit a join assignment s on s.id = a.assignment_id join auditor u on u.id = s.auditor_id
         where a.id = ?::uuid and u.account_id::text = ?) as acted`,
    [auditId, id, auditId, id, auditId, id, auditId, id],
  )) as [{ acted: boolean }];
  return acted;
}
