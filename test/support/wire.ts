import { connect, type Socket } from 'node:net';

/** One request as bytes, and whether its answer has a body. */
export const requestOf = (port: number, body: object, headers: Readonly<Record<string, string>> = {}): Buffer => {
  const text = JSON.stringify(body);
  const lines = Object.entries({
    ...{ host: `127.0.0.1:${port}`, 'content-type': 'application/json', accept: 'application/json' },
    ...{ 'content-length': String(Buffer.byteLength(text)), ...headers },
  }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`POST /graphql HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${text}`);
};

/** One request for what an address names. */
export const visitOf = (port: number, parameters: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    `GET /graphql?${new URLSearchParams(parameters)} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: application/json\r\n\r\n`,
  );

interface Told {
  readonly status: number;
  readonly body: Buffer;
}

/** A connection that asks, waits for the whole answer, and asks again: cheaper than any client, so that servers show. */
export class Wire {
  private received: Buffer = NOTHING;
  /** How long the answer under way is, once its head was read, and where its body starts. */
  private whole = Number.POSITIVE_INFINITY;
  private start = 0;
  private tell: (answer: Told) => void = () => {};

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => this.read(chunk));
  }

  static open(port: number): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(new Wire(socket)));
      socket.once('error', reject);
    });
  }

  /** The status of an answer and its body. */
  ask(request: Buffer): Promise<Told> {
    return new Promise((resolve) => {
      this.tell = resolve;
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    const all = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    this.received = all;
    if (this.whole === Number.POSITIVE_INFINITY) {
      const end = all.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.start = end + 4;
      this.whole = this.start + Number(/\r\ncontent-length: (\d+)/i.exec(all.toString('latin1', 0, end))?.[1] ?? 0);
    }
    if (all.length < this.whole) return;
    const answer = { status: Number(all.toString('latin1', 9, 12)), body: all.subarray(this.start, this.whole) };
    this.received = NOTHING;
    this.whole = Number.POSITIVE_INFINITY;
    this.tell(answer);
  }
}

const NOTHING = Buffer.alloc(0);
