import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accepted, isImage, LARGEST, nameOf } from './evidence/evidence.rules.ts';
import {
  alreadySent,
  assignmentTaking,
  openEvidence,
  recordEvidence,
  storedKeyOf,
} from './evidence/evidence.service.ts';
import type { Evidence } from './evidence/evidence.ts';
import { refuseKind, takeFile } from './evidence/take.service.ts';
import { Role } from './kernel/actor.ts';
import type { Context } from './kernel/context.ts';
import { Refusal } from './kernel/errors.ts';
import type { Keeping } from './kernel/keeping.ts';
import { EvidenceKind } from './kernel/kinds.ts';
import { storeRefusal } from './kernel/store.ts';

/** What the parts and headers around a file may weigh, in bytes. */
export const AROUND = 65_536;

type Asked = Partial<Record<'assignment' | 'kind' | 'criterion' | 'key', string>>;

/**
 * `POST /api/evidence?assignment=<id>&kind=PHOTO&key=<of the device>&criterion=<code>`: takes one file of a test from the
 * auditor it was given to. Who, what and how large are judged before a byte is read; the same key sent again answers what
 * the first one became. `GET /evidence/<id>` reads it, at the short address that operations tell.
 */
export function mountEvidence(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  keeping: Keeping | null,
): void {
  app.post<{ Querystring: Asked }>('/api/evidence', { bodyLimit: LARGEST + AROUND }, async (request, reply) => {
    const { em, actor, now } = await contextOf(request);
    // Whoever is refused before their file is read is not made to send it all the same.
    reply.header('connection', 'close').header('cache-control', 'no-store');
    if (!actor) throw new Refusal('UNAUTHENTICATED');
    if (actor.role !== Role.AUDITOR) throw new Refusal('FORBIDDEN');
    if (!keeping) throw new Refusal('STORE_AWAY');
    const announced = announcedIn(request.query);
    refuseKind(keeping, announced.kind);
    await assignmentTaking(em, actor, announced.assignmentId);
    const before = await alreadySent(em, announced);
    if (before) return said(before);
    const { kind } = announced;
    return receiving(request, keeping, accepted[kind].most, async (path, name) => {
      const taken = await takeFile(keeping, { path, name, kind, storedKey: storedKeyOf(announced) });
      return said(await recordEvidence(em, keeping, { actor, now }, announced, taken));
    });
  });

  app.get<{ Params: { id: string }; Querystring: { until?: string; signature?: string } }>(
    '/evidence/:id',
    async (request, reply) => {
      const { em, actor, now, seal } = await contextOf(request);
      if (!actor) throw new Refusal('UNAUTHENTICATED');
      if (!keeping) throw new Refusal('STORE_AWAY');
      const signing = { actor, now, seal };
      const { evidence, content } = await openEvidence(em, keeping, signing, request.params.id, request.query);
      return served(reply, evidence).send(content);
    },
  );
}

/** A picture is shown, anything else is downloaded; a browser guesses nothing, and runs nothing of it. */
export const served = (reply: FastifyReply, { id, type }: Pick<Evidence, 'id' | 'type'>): FastifyReply =>
  reply
    .type(type === 'text/plain' ? 'text/plain; charset=utf-8' : type)
    .header('content-disposition', `${isImage(type) ? 'inline' : 'attachment'}; filename="${nameOf(id, type)}"`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-store');

const said = ({ id, kind, type, size, state, purgeOn }: Evidence) => ({ id, kind, type, size, state, purgeOn });

function announcedIn({ assignment = '', kind = '', criterion, key = '' }: Asked) {
  const known = Object.values(EvidenceKind).find((each) => each === kind);
  if (!known || !/^[\w-]{8,64}$/.test(key)) throw new Refusal('EVIDENCE_UNANNOUNCED');
  return { assignmentId: assignment, kind: known, criterionCode: criterion?.slice(0, 100) || null, key };
}

/** Receives the one file of a request into a folder of ours, does something with it, and leaves nothing there. */
export async function receiving<Result>(
  request: FastifyRequest,
  { incoming }: Pick<Keeping, 'incoming'>,
  most: number,
  work: (path: string, name: string) => Promise<Result>,
): Promise<Result> {
  if (Number(request.headers['content-length'] ?? 0) > most + AROUND) throw new Refusal('TOO_LARGE', { most });
  const sent = await request.file({ limits: { fileSize: most, files: 1, fields: 0 }, throwFileSizeLimit: false });
  if (!sent) throw new Refusal('UPLOAD_EMPTY');
  const path = join(incoming, request.id);
  try {
    await written(sent.file, path).catch((error: unknown) => {
      throw storeRefusal(error);
    });
    if (sent.file.truncated) throw new Refusal('TOO_LARGE', { most });
    return await work(path, sent.filename);
  } finally {
    await rm(path, { force: true }).catch(() => {}); // where nothing could be written there is nothing to remove
  }
}

async function written(content: Readable, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(content, createWriteStream(path, { mode: 0o600 }));
}
