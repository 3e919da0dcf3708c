import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';

/** What looks for viruses in files. */
export interface Scanner {
  /** Whether a file carries none. Throws when it cannot be told, such as when the scanner is away. */
  isClean(path: string): Promise<boolean>;
}

/**
 * The scanner at an address: `tcp://host:3310` and `unix:/run/clamd.sock` speak to clamd, `command:` runs a program with
 * the file as its last word, which ends with 0 when clean and 1 when infected, as `clamscan` does. Null for none of these.
 */
export function scannerAt(address: string): Scanner | null {
  const [scheme, rest = ''] = cut(address, ':');
  if (scheme === 'command' && rest.startsWith('/')) return { isClean: (path) => runsClean(rest.split(/\s+/), path) };
  if (scheme === 'unix' && rest.startsWith('/')) return { isClean: (path) => isClean(() => connect(rest), path) };
  const url = scheme === 'tcp' ? URL.parse(address) : null;
  if (!url?.hostname || !url.port) return null;
  return { isClean: (path) => isClean(() => connect(Number(url.port), url.hostname), path) };
}

const PATIENCE = 20_000;

/** Asks clamd by INSTREAM: pieces under their length, then one of length 0. Source: clamd(8), "INSTREAM". */
function isClean(open: () => Socket, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = open();
    let said = '';
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error('The virus scanner does not answer.')));
    socket.on('error', reject);
    socket.on('data', (piece) => (said += piece));
    socket.on('close', () => {
      if (/: OK\0?$/.test(said.trimEnd())) resolve(true);
      else if (/ FOUND\0?$/.test(said.trimEnd())) resolve(false);
      else reject(new Error(`The virus scanner says: ${said || 'nothing'}`));
    });
    socket.write('zINSTREAM\0');
    createReadStream(path)
      .on('error', (error) => socket.destroy(error))
      .on('data', (piece) => socket.write(Buffer.concat([lengthOf(piece.length), Buffer.from(piece)])))
      .on('end', () => socket.write(lengthOf(0)));
  });
}

function lengthOf(bytes: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(bytes);
  return four;
}

function runsClean([program = '', ...words]: readonly string[], path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...words, path], { stdio: 'ignore', timeout: PATIENCE });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 || code === 1 ? resolve(code === 0) : reject(new Error(`The virus scanner ended with ${code}.`)),
    );
  });
}

const cut = (text: string, mark: string): readonly string[] => {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
};
