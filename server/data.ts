import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip as gzipped } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openToAll } from './gate.ts';
import { dataPage } from './guide/data.page.ts';
import { Refusal } from './kernel/errors.ts';
import { tableAt } from './opendata/address.ts';
import { dictionaryFile, type File, FORMATS, packageFile, tableFile } from './opendata/file.service.ts';
import { type PaperAt, paperAt, papersIn } from './opendata/paper.ts';
import { type Listed, versionsIn } from './opendata/rows.ts';
import type { Reader } from './partner/answering.ts';

/** Files kept ready: every table of some versions, in every format. A version never changes, and neither do they. */
const MOST_KEPT = 300;

const gzip = promisify(gzipped);

/** A file, ready to leave. */
interface Ready {
  readonly type: string;
  readonly plain: Buffer;
  readonly packed: Buffer;
  readonly etag: string;
}

/**
 * `GET /donnees/<version>/<table>.<format>`: what was published, as files, at addresses that hold for ever; under a year
 * instead of a version, the way to the latest. `GET /donnees` lists them, for people.
 */
export function mountData(app: FastifyInstance, reader: Reader): void {
  const kept = new Map<string, Ready>();
  const ready = async (key: string, make: () => Promise<File>): Promise<Ready> => {
    const known = kept.get(key);
    if (known) return known;
    const { type, content } = await make();
    const plain = Buffer.from(content);
    const etag = createHash('sha256').update(plain).digest('base64url').slice(0, 32);
    const file = { type, plain, etag, packed: type.includes('sheet') ? plain : await gzip(plain) };
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, file);
    return file;
  };
  const versions = () => versionsIn(reader);
  const makerOf = (name: string, listed: Listed): (() => Promise<File>) | null => {
    if (name === 'datapackage.json') return async () => packageFile(listed);
    if (name === 'dictionnaire.csv') return async () => dictionaryFile();
    const [address = '', ...rest] = name.split('.');
    const [table, format] = [tableAt(address), FORMATS.find((each) => each === rest.join('.'))];
    return table && format ? () => tableFile(reader, table, format, listed) : null;
  };

  app.get('/donnees', async (_, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(dataPage(await versions(), await papersIn(reader))),
  );
  app.get<{ Params: { version: string; file: string } }>('/donnees/:version/:file', async (request, reply) => {
    openToAll(reply);
    const { version, file } = request.params;
    const known = kept.get(`${version}/${file}`);
    if (known) return send(request, reply, `barometre-${version}-${file}`, known);
    const all = await versions();
    const latest = all.find(({ year, latest }) => latest && String(year) === version);
    if (latest)
      return reply
        .header('cache-control', 'no-cache')
        .redirect(`/donnees/${latest.version}/${encodeURIComponent(file)}`, 302);
    const listed = all.find((each) => each.version === version);
    const make = listed && makerOf(file, listed);
    if (make) return send(request, reply, `barometre-${version}-${file}`, await ready(`${version}/${file}`, make));
    reply.header('cache-control', 'no-cache'); // whether it was withdrawn is asked each time
    const paper = await paperAt(reader, version, file);
    if (!paper) throw new Refusal('NOT_FOUND');
    return sendPaper(request, reply, `barometre-${version}-${file}`, paper);
  });
}

/** Sends a file, packed for who takes it so; nothing but "as you have it" to who has it already. */
function send(request: FastifyRequest, reply: FastifyReply, name: string, { type, plain, packed, etag }: Ready) {
  const takesPacked = packed !== plain && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const own = `"${etag}${takesPacked ? '-gz' : ''}"`;
  reply.headers({
    ...{ etag: own, vary: 'accept-encoding', 'cache-control': 'public, max-age=31536000, immutable' },
    ...{ 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  });
  if (has(request, own)) return reply.code(304).send();
  if (takesPacked) reply.header('content-encoding', 'gzip');
  return reply.send(takesPacked ? packed : plain);
}

/**
 * Sends a text. Its bytes never change, but it may be withdrawn: whoever keeps it asks each time whether it is still
 * there, and is answered without its bytes.
 */
async function sendPaper(request: FastifyRequest, reply: FastifyReply, name: string, { sha256, content }: PaperAt) {
  const own = `"${sha256}"`;
  reply.headers({
    ...{ etag: own, 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${name}"` },
  });
  return has(request, own) ? reply.code(304).send() : reply.send(await content());
}

/** Whether who asks has what bears a tag already. */
function has({ headers }: FastifyRequest, own: string): boolean {
  const asked = String(headers['if-none-match'] ?? '').split(',');
  return asked.map((each) => each.trim().replace(/^W\//, '')).some((each) => each === own || each === '*');
}
