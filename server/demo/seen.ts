import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordEvidence, storedKeyOf } from '../evidence/evidence.service.ts';
import { takeFile } from '../evidence/take.service.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Keeping } from '../kernel/keeping.ts';
import { EvidenceKind } from '../kernel/kinds.ts';
import { ofOne } from './cheating.ts';
import { pictureOf } from './picture.ts';
import { chanceOf } from './random.ts';
import type { Visit } from './visits.ts';

/** What is shown of a test, by its channel: of which criterion. */
const shown = {
  WEBSITE: [EvidenceKind.CAPTURE, 'website.access.signposting'],
  RECEPTION: [EvidenceKind.PHOTO, 'reception.access.signage'],
} as const;

/** Sends what auditors saw of websites and counters; one of them sends the same capture of their last two websites. */
export async function showWhatWasSeen(
  keeping: Keeping,
  visits: readonly Visit[],
  acting: (visit: Visit) => [EntityManager, Actor, Visit],
): Promise<void> {
  const sites = ({ assignment }: Visit) => assignment.channel === 'WEBSITE';
  const twice = ofOne(visits).filter(sites).slice(-2);
  await mkdir(keeping.incoming, { recursive: true, mode: 0o700 });
  for (const visit of visits) {
    const { channel, reference, id: assignmentId } = visit.assignment;
    if (channel !== 'WEBSITE' && channel !== 'RECEPTION') continue;
    const [kind, criterionCode] = shown[channel];
    if (!(keeping.days[kind] > 0)) continue;
    const of = (twice.includes(visit) ? twice[0] : visit)?.assignment.reference ?? reference;
    const announced = { assignmentId, kind, criterionCode, key: `demonstration-${reference}` };
    const path = join(keeping.incoming, announced.key);
    await writeFile(path, await pictureOf(channel, chanceOf(`picture ${of}`)), { mode: 0o600 });
    const taken = await takeFile(keeping, { path, name: 'photo.png', kind, storedKey: storedKeyOf(announced) });
    await rm(path, { force: true });
    const [em, actor] = acting(visit);
    await recordEvidence(em, keeping, { actor, now: new Date(visit.sentAt) }, announced, taken);
  }
}
