import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

export type Headers = Readonly<Record<string, string | number>>;

/**
 * An answer that is the same for all who may read the same, until something is published. It is made ready once for each
 * encoding that someone asks for, down to its headers, and then written as it is: asked again, it costs little more than
 * what any server takes to read a request and write some bytes.
 */
export interface Answer {
  /** The name of the operation, under which it is counted. */
  readonly operation: string | null;
  /** How many bytes it has. */
  readonly size: number;
  in(encoding: Encoding): Promise<Copy>;
}

/** An answer in one encoding. */
interface Copy {
  readonly tag: string;
  /** A character a byte: a text goes out in one piece with its head, a buffer in two. */
  readonly body: string;
  /** What goes out before the body, and what goes out alone to who has it already: names and values in turn. */
  readonly head: readonly (string | number)[];
  readonly unchanged: readonly (string | number)[];
}

type Encoding = 'br' | 'gzip' | 'identity';

/** How much is kept, in bytes of bodies; the oldest goes first. */
const MOST = 64 * 1024 * 1024;
/** Below it, compressing saves less than a packet. */
const WORTHWHILE = 1400;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const compressors: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => zip(body, { level: 6 }),
  identity: async (body) => body,
};

/** Answers of one published state, by what was asked; those of the state before are forgotten. */
export function openAnswers() {
  const kept = new Map<string, Answer>();
  let size = 0;
  let of = '';
  const drop = (key: string, answer: Answer) => {
    kept.delete(key);
    size -= answer.size;
  };
  return {
    get: (state: string, key: string): Answer | undefined => (state === of ? kept.get(key) : undefined),
    keep(state: string, key: string, answer: Answer): void {
      if (state !== of) for (const [old, own] of kept) drop(old, own);
      of = state;
      const before = kept.get(key);
      if (before) drop(key, before);
      kept.set(key, answer);
      size += answer.size;
      for (const [oldest, own] of kept) {
        if (size <= MOST) break;
        drop(oldest, own);
      }
    },
  };
}

/** An answer, from its text and the headers it goes out with; those of its tag and its encoding are worked out here. */
export function answerOf(text: string, type: string, headers: Headers, operation: string | null): Answer {
  const plain = Buffer.from(text);
  const mark = hash('sha256', plain, 'base64url').slice(0, 27);
  const copies = new Map<Encoding, Promise<Copy>>();
  const copy = async (encoding: Encoding): Promise<Copy> => {
    const body = await compressors[encoding](plain);
    const encoded = encoding !== 'identity';
    const tag = `"${mark}${encoded ? `-${encoding}` : ''}"`;
    const unchanged = Object.entries({ ...headers, etag: tag }).flat();
    const own = [
      'content-type',
      type,
      ...(encoded ? ['content-encoding', encoding] : []),
      'content-length',
      body.length,
    ];
    return { tag, body: body.toString('latin1'), unchanged, head: [...unchanged, ...own] };
  };
  return {
    ...{ operation, size: plain.length },
    in(encoding) {
      const known = copies.get(encoding) ?? copy(encoding);
      copies.set(encoding, known);
      return known;
    },
  };
}

/** Sends an answer past Fastify: not at all to who has it already, compressed to who can read it so. */
export async function send(request: FastifyRequest, reply: FastifyReply, answer: Answer, more: Headers = {}) {
  const { method, headers } = request;
  const encoding = answer.size < WORTHWHILE ? 'identity' : encodingFor(headers['accept-encoding']);
  const { tag, body, head, unchanged } = await answer.in(encoding);
  const { raw } = reply.hijack();
  const own = Object.entries(more).flat();
  if (method === 'GET' && has(headers['if-none-match'], tag)) raw.writeHead(304, [...unchanged, ...own]).end();
  else raw.writeHead(200, [...head, ...own]).end(body, 'latin1');
}

function encodingFor(accepted: string | string[] | undefined): Encoding {
  if (accepted === undefined) return 'identity';
  const all = String(accepted)
    .split(',')
    .map((each) => each.trim().split(/\s*;\s*/))
    .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ''))
    .map(([name]) => name);
  return all.includes('br') ? 'br' : all.includes('gzip') ? 'gzip' : 'identity';
}

/** A weak tag of the same text is as good: RFC 9110, 13.1.2. */
const has = (asked: string | undefined, tag: string): boolean =>
  asked?.trim() === '*' || (asked ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
