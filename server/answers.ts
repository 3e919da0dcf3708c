import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Headers = Readonly<Record<string, string | number>>;

/**
 * An answer that is the same for all who may read the same, until something is published. What it goes out with is made
 * ready once for each encoding that someone asks for, and then written as it is: asked again, it costs little more than
 * what any server takes to read a request and write some bytes.
 */
export interface Answer {
  /** The name of the operation, under which it is counted. */
  readonly operation: string | null;
  readonly text: string;
  readonly type: string;
  /** All else it goes out with but for its tag, its encoding and its length. */
  readonly head: Head;
  readonly copies: Map<Encoding, Copy | Promise<Copy>>;
}

/** Headers as they are written: names and values in turn. */
export type Head = (string | number)[];

/** An answer in one encoding. */
interface Copy {
  /** A character a byte: a text goes out in one piece with its head, a buffer in two. */
  readonly body: string;
  /** What goes out before the body. */
  readonly head: Head;
  /** The same under a tag, by which what is asked for again (GET) is known to be the same. */
  readonly tagged: () => Tagged;
}

interface Tagged {
  readonly tag: string;
  readonly head: Head;
}

type Encoding = 'br' | 'gzip' | 'identity';

/** How much is kept, in characters of bodies; the oldest goes first. */
const MOST = 64 * 1024 * 1024;
/** In characters: below it, compressing saves less than a packet. */
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
  let of: number | null = null;
  const drop = (key: string, answer: Answer) => {
    kept.delete(key);
    size -= answer.text.length;
  };
  return {
    get: (state: number, key: string): Answer | undefined => (state === of ? kept.get(key) : undefined),
    keep(state: number, key: string, answer: Answer): void {
      if (state !== of) for (const [old, own] of kept) drop(old, own);
      of = state;
      const before = kept.get(key);
      if (before) drop(key, before);
      kept.set(key, answer);
      size += answer.text.length;
      for (const [oldest, own] of kept) {
        if (size <= MOST) break;
        drop(oldest, own);
      }
    },
  };
}

/** An answer, from its text and what it goes out with. */
export const answerOf = (text: string, type: string, head: Head, operation: string | null): Answer => ({
  ...{ operation, text, type, head, copies: new Map() },
});

/** At once where it was asked for before: whoever waits for what is there waits for a turn of the event loop. */
function copyOf(answer: Answer, encoding: Encoding): Copy | Promise<Copy> {
  const known = answer.copies.get(encoding);
  if (known) return known;
  const made = makeCopy(answer, encoding).then((copy) => {
    answer.copies.set(encoding, copy);
    return copy;
  });
  answer.copies.set(encoding, made);
  return made;
}

async function makeCopy({ text, type, head }: Answer, encoding: Encoding): Promise<Copy> {
  const plain = Buffer.from(text);
  const body = await compressors[encoding](plain);
  const encoded = encoding !== 'identity';
  const own = [...head, 'content-type', type, ...(encoded ? ['content-encoding', encoding] : [])];
  const whole = [...own, 'content-length', body.length];
  let tagged: Tagged | null = null;
  return {
    body: body.toString('latin1'),
    head: whole,
    tagged() {
      if (tagged) return tagged;
      const tag = `"${hash('sha256', plain, 'base64url').slice(0, 27)}${encoded ? `-${encoding}` : ''}"`;
      tagged = { tag, head: [...whole, 'etag', tag] };
      return tagged;
    },
  };
}

/** What is asked, as far as it decides in what shape an answer goes out. */
type Asked = Pick<IncomingMessage, 'headers'> & { readonly method?: string | undefined };

/** Sends an answer past Fastify: compressed to who can read it so, and not at all to who has it already. */
export function send(asked: Asked, response: ServerResponse, answer: Answer, more: Head = []): void {
  const encoding = answer.text.length < WORTHWHILE ? 'identity' : encodingFor(asked.headers['accept-encoding']);
  const copy = copyOf(answer, encoding);
  if (copy instanceof Promise)
    copy.then(
      (made) => write(asked, response, answer, made, more),
      (error) => response.destroy(error),
    );
  else write(asked, response, answer, copy, more);
}

/** What is posted can be asked for again on no condition (RFC 9110, 13.1.2), and is not tagged. */
function write({ method, headers }: Asked, response: ServerResponse, answer: Answer, copy: Copy, more: Head): void {
  const { tag, head } = method === 'GET' ? copy.tagged() : { tag: null, head: copy.head };
  if (tag !== null && has(headers['if-none-match'], tag))
    response.writeHead(304, [...answer.head, ...more, 'etag', tag]).end();
  else response.writeHead(200, more.length === 0 ? head : [...head, ...more]).end(copy.body, 'latin1');
}

/** Headers as they are written. */
export const flat = (headers: Headers): Head => Object.entries(headers).flat();

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
  asked !== undefined &&
  (asked.trim() === '*' || asked.split(',').some((each) => each.trim().replace(/^W\//, '') === tag));
