import { createHash } from 'node:crypto';
import fastifyMultipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isStaff } from './kernel/actor.ts';
import type { Context } from './kernel/context.ts';
import { Refusal } from './kernel/errors.ts';
import { LARGEST_FILE } from './kernel/sheet.ts';
import { Upload } from './kernel/upload.ts';

/**
 * `POST /admin/uploads`: takes one file from staff, keeps it as it came and answers its id, for an import to look at.
 * Files do not travel inside GraphQL: they would have to be held in memory twice, in base64.
 */
export async function mountUploads(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): Promise<void> {
  await app.register(fastifyMultipart, { limits: { fileSize: LARGEST_FILE, files: 1, fields: 0 } });
  app.post('/admin/uploads', { bodyLimit: LARGEST_FILE + 65_536 }, async (request) => {
    const { em, actor } = await contextOf(request);
    if (!actor) throw new Refusal('UNAUTHENTICATED');
    if (!isStaff(actor)) throw new Refusal('FORBIDDEN');
    const sent = await request.file();
    if (!sent) throw new Refusal('UPLOAD_EMPTY');
    const content = await sent.toBuffer();
    if (content.length === 0) throw new Refusal('UPLOAD_EMPTY');
    const upload = await keepUpload(em, actor, sent.filename, content);
    return { id: upload.id, name: upload.name, size: upload.size, sha256: upload.sha256 };
  });
}

/** Keeps a file as it came. */
export async function keepUpload(
  em: Context['em'],
  actor: { readonly id: string },
  name: string,
  content: Buffer,
): Promise<Upload> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const upload = em.create(Upload, {
    name: name.slice(0, 200),
    size: content.length,
    sha256,
    content,
    sentBy: actor.id,
  });
  await em.flush();
  return upload;
}
