import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer that is the same for all who may read the same, until something is published. */
export interface Answer {
  readonly body: string;
  readonly type: string;
  /** What made it beside the data: `x-…` headers that go with every copy. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether nothing will ever change it. */
  readonly immutable: boolean;
  /** The name of the operation, under which it is counted. */
  readonly operation: string | null;
  /** Whether whoever asks may read what others may not. */
  readonly personal: boolean;
}

/** An answer that is kept: compressed once for each encoding that someone asked for. */
interface Kept extends Answer {
  readonly tag: string;
  readonly compressed: Map<Encoding, Promise<Buffer>>;
}

type Encoding = 'br' | 'gzip';

/** How much is kept, in characters of bodies; the oldest goes first. */
const MOST = 64 * 1024 * 1024;
/** Below it, compressing saves less than a packet. */
const WORTHWHILE = 1400;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const compressors: Readonly<Record<Encoding, (body: string) => Promise<Buffer>>> = {
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => zip(body, { level: 6 }),
};

/** Answers by what was asked, by whom (in terms of rights) and of which published state. */
export function openAnswers() {
  const kept = new Map<string, Kept>();
  let size = 0;
  const drop = (key: string, { body }: Kept) => {
    kept.delete(key);
    size -= body.length;
  };
  return {
    get: (key: string): Kept | undefined => kept.get(key),
    keep(key: string, answer: Kept): void {
      const before = kept.get(key);
      if (before) drop(key, before);
      kept.set(key, answer);
      size += answer.body.length;
      for (const [oldest, own] of kept) {
        if (size <= MOST) break;
        drop(oldest, own);
      }
    },
  };
}

export const keepable = (answer: Answer): Kept => ({
  ...answer,
  tag: hash('sha256', answer.body, 'base64url').slice(0, 27),
  compressed: new Map(),
});

/** Sends an answer: not at all to who has it already, compressed to who can read it so. */
export async function send(request: FastifyRequest, reply: FastifyReply, answer: Kept): Promise<FastifyReply> {
  const encoding = answer.body.length < WORTHWHILE ? null : encodingFor(request.headers['accept-encoding']);
  const tag = `"${answer.tag}${encoding ? `-${encoding}` : ''}"`;
  reply.headers({
    ...answer.headers,
    etag: tag,
    vary: 'accept, accept-encoding, authorization',
    'cache-control': `${answer.personal ? 'private' : 'public'}, ${answer.immutable ? 'max-age=31536000, immutable' : 'no-cache'}`,
  });
  if (request.method === 'GET' && has(request.headers['if-none-match'], tag)) return reply.code(304).send();
  reply.type(answer.type);
  if (!encoding) return reply.send(answer.body);
  const known = answer.compressed.get(encoding) ?? compressors[encoding](answer.body);
  answer.compressed.set(encoding, known);
  return reply.header('content-encoding', encoding).send(await known);
}

const encodingFor = (accepted: string | string[] | undefined): Encoding | null => {
  const all = String(accepted ?? '')
    .split(',')
    .map((each) => each.trim().split(/\s*;\s*/))
    .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ''))
    .map(([name]) => name);
  return all.includes('br') ? 'br' : all.includes('gzip') ? 'gzip' : null;
};

/** A weak tag of the same text is as good: RFC 9110, 13.1.2. */
const has = (asked: string | undefined, tag: string): boolean =>
  asked?.trim() === '*' || (asked ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
