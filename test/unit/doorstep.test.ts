import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openDoorstep } from '../../server/doorstep.ts';

/** Bodies the doorstep was shown, and whether an answer to them lies ready. */
const seen: string[] = [];
let lies = false;
const doorstep = openDoorstep('/graphql');
doorstep.answerWith((_request, body, response) => {
  seen.push(body);
  if (lies) response.end(`at the door: ${body}`);
  return lies;
});
const application = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  response.end(`inside: ${request.method} ${await text(request)}`);
};
const server = doorstep.serverOf((request, response) => void application(request, response).catch(() => {}));
await once(server.listen(0, '127.0.0.1'), 'listening');
const { port } = server.address() as AddressInfo;
afterAll(() => void server.close());
beforeEach(() => {
  seen.length = 0;
  lies = false;
});

const ask = async (path: string, body: string | null = null, method = body === null ? 'GET' : 'POST') =>
  (await fetch(`http://127.0.0.1:${port}${path}`, { method, body })).text();

test('What lies ready is answered at the door', async () => {
  lies = true;
  expect(await ask('/graphql?query=a')).toBe('at the door: ');
  expect(await ask('/graphql', 'été')).toBe('at the door: été');
});

test('What does not goes in as it came, its body whole', async () => {
  expect(await ask('/graphql?query=a')).toBe('inside: GET ');
  expect(await ask('/graphql', 'été')).toBe('inside: POST été');
  expect(seen).toEqual(['', 'été']);
});

test.each([
  ['another address', '/graphqls', 'a', 'POST'],
  ['a long body', '/graphql', 'a'.repeat(16 * 1024 + 1), 'POST'],
  ['another method', '/graphql', 'a', 'PUT'],
  ['no body', '/graphql', '', 'POST'],
])('%s is not looked at', async (_, path, body, method) => {
  lies = true;
  expect(await ask(path, body, method)).toBe(`inside: ${method} ${body}`);
  expect(seen).toEqual([]);
});

/** What is answered to these pieces of one connection, sent one after the other. */
async function say(...pieces: readonly string[]): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  socket.end();
  return text(socket);
}
const HEAD = 'POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-length: 4\r\n\r\n';

test('A body that comes in pieces goes in whole', async () => {
  lies = true;
  expect(await say(HEAD, 'ab', 'cd')).toContain('inside: POST abcd');
});

test('Requests that follow each other on one connection are answered in their order', async () => {
  lies = true;
  const told = await say(`${HEAD}abcd${HEAD}efgh`);
  expect(told.indexOf('door: abcd')).toBeGreaterThan(0);
  expect(told.indexOf('door: efgh')).toBeGreaterThan(told.indexOf('door: abcd'));
});

test('Whoever leaves in the middle of a body troubles nobody', async () => {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.write(`${HEAD}ab`);
  await new Promise((resolve) => setTimeout(resolve, 20));
  socket.destroy();
  expect(await ask('/graphql', 'next')).toBe('inside: POST next');
});
