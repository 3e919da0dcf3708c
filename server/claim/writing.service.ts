import type { EntityManager } from '@mikro-orm/postgresql';
import { Criterion } from '../grid/criterion.ts';
import { Refusal } from '../kernel/errors.ts';
import { type Asking, type Speaker, speakerOf } from '../provisional/door.service.ts';
import type { Sender } from '../provisional/link.service.ts';
import type { Provisional } from '../provisional/provisional.ts';
import { occasionOf } from '../registration/link.service.ts';
import type { ClaimInput } from './claim.input.ts';
import { MOST_CLAIMS, tooShortIn } from './claim.rules.ts';
import { Claim, ClaimPoint, ClaimState } from './claim.ts';
import { draftOf, heard, heldClaim, type Written } from './draft.service.ts';
import { dropExhibits } from './exhibit.service.ts';
import { claimReceived } from './letters.ts';

/** Keeps a claim as it is written: a new one, or the draft that is named. Answers its identifier. */
export function saveClaim(
  em: EntityManager,
  asking: Asking,
  now: Date,
  enrolmentId: string | null,
  draft: Written | null,
  input: ClaimInput,
): Promise<string> {
  return em.transactional(async (em) => {
    const speaker = await heard(em, asking, now, enrolmentId);
    const author = authorOf(speaker, input);
    const claim = draft ? await draftOf(em, speaker, draft) : await newClaim(em, speaker, author, now);
    // Saved anew even when only its points changed: its version grows, and another page learns that it is late.
    Object.assign(claim, { ...author, savedAt: now });
    await writePoints(em, speaker, claim, input, now);
    return claim.id;
  });
}

/** Submits a draft, for good: from then on it waits for its decision, and is acknowledged by mail. */
export async function submitClaim(
  em: EntityManager,
  sender: Sender,
  asking: Asking,
  now: Date,
  enrolmentId: string | null,
  draft: Written,
): Promise<string> {
  const { claim, provisional } = await em.transactional(async (em) => {
    const speaker = await heard(em, asking, now, enrolmentId);
    const claim = await draftOf(em, speaker, draft);
    await em.populate(claim, ['points.criterion.channel']);
    const points = claim.points.getItems();
    const short = tooShortIn(
      points.map(({ criterion, statement }) => ({ code: criterion.getProperty('code'), statement })),
    );
    if (points.length === 0 || short.length > 0 || claim.authorName === '')
      throw new Refusal('CLAIM_INCOMPLETE', { criteria: short, author: claim.authorName === '' });
    Object.assign(claim, { state: ClaimState.SUBMITTED, submittedAt: now });
    return { claim, provisional: speaker.provisional };
  });
  const to = speakerAddress(provisional, asking);
  const labels = claim.points.getItems().map(({ criterion }) => criterion.getProperty('label'));
  const occasion = await occasionOf(em, await provisional.enrolment.loadOrFail(), to);
  await sender.postman.send(claimReceived(occasion, claim.authorName, labels, now));
  return claim.id;
}

/** Takes back a claim that is not decided: a draft goes, what was submitted stays as withdrawn. */
export function withdrawClaim(
  em: EntityManager,
  asking: Asking,
  now: Date,
  enrolmentId: string | null,
  id: string,
): Promise<boolean> {
  return em.transactional(async (em) => {
    const { provisional, means, state } = await speakerOf(em, asking, now, enrolmentId);
    if (means === 'LINK' && state !== 'OPEN') throw new Refusal('PROVISIONAL_CLOSED', { state });
    const claim = await heldClaim(em, provisional, id);
    if (claim.state === ClaimState.DRAFT) {
      await dropExhibits(em, { point: { claim } }, now);
      em.remove(claim);
    } else if (claim.state === ClaimState.SUBMITTED) claim.state = ClaimState.WITHDRAWN;
    else throw new Refusal('CLAIM_NOT_OPEN', { state: claim.state });
    return true;
  });
}

const authorOf = ({ actor }: Speaker, { authorName }: ClaimInput): Pick<Claim, 'authorName' | 'authorId'> => ({
  authorName: actor?.name ?? authorName.replaceAll(/\s+/g, ' ').slice(0, 200),
  authorId: actor?.id ?? null,
});

async function newClaim(
  em: EntityManager,
  { provisional }: Speaker,
  author: Pick<Claim, 'authorName' | 'authorId'>,
  savedAt: Date,
): Promise<Claim> {
  const standing = { provisional, state: { $ne: ClaimState.WITHDRAWN } };
  if ((await em.count(Claim, standing)) >= MOST_CLAIMS) throw new Refusal('CLAIM_TOO_MANY', { most: MOST_CLAIMS });
  const claim = em.create(Claim, { provisional, ...author, savedAt });
  await em.flush();
  return claim;
}

/** The criteria of a claim are those that the structure was shown, and each is contested once in it. */
async function writePoints(
  em: EntityManager,
  { provisional }: Speaker,
  claim: Claim,
  input: ClaimInput,
  now: Date,
): Promise<void> {
  const codes = input.points.map(({ code }) => code);
  const shown = new Set(provisional.shown.channels.flatMap(({ criteria }) => criteria.map(({ code }) => code)));
  const strange = codes.filter((code, i) => !shown.has(code) || codes.indexOf(code) !== i);
  if (strange.length > 0) throw new Refusal('CLAIM_CRITERION_UNKNOWN', { criteria: strange });
  const { grid } = await provisional.scoreRun.loadOrFail();
  const criteria = await em.find(Criterion, { code: { $in: codes }, channel: { grid } });
  const dropped = { claim, ...(criteria.length > 0 ? { criterion: { $nin: criteria } } : {}) };
  await dropExhibits(em, { point: dropped }, now);
  await em.nativeDelete(ClaimPoint, dropped);
  const known = await em.find(ClaimPoint, { claim }, { refresh: true });
  for (const [position, { code, statement }] of input.points.entries()) {
    const criterion = criteria.find((each) => each.code === code) as Criterion;
    const point = known.find((each) => each.criterion.id === criterion.id);
    if (point) em.assign(point, { position, statement });
    else em.create(ClaimPoint, { claim, criterion, position, statement });
  }
  await em.flush();
}

const speakerAddress = ({ recipient }: Provisional, { actor, invited }: Asking): string =>
  (invited ? recipient : actor?.email) ?? '';
