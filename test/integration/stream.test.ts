import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';

const office = await makeBackOffice('stream');
const { app, sql } = office;
await app.listen({ port: 0, host: '127.0.0.1' });
const port = (app.server.address() as AddressInfo).port;
afterAll(() => app.close());

const happens = (i: number) =>
  sql(
    `insert into publication_event (kind, year, dataset_version, payload) values ('edition.published', 2022, '2022.1', ?)`,
    [JSON.stringify({ i })],
  );

/** Someone who listens: what they were told, until they go away. */
async function listen(headers: Record<string, string> = {}) {
  const request = get({ port, host: '127.0.0.1', path: '/events', headers, agent: false });
  const leave = () => void request.destroy();
  onTestFinished(leave);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const told: { id: string; event: string; data: { data: { i: number }; version: string } }[] = [];
  let text = '';
  response.setEncoding('utf8').on('error', () => {});
  response.on('data', (chunk: string) => {
    const events = (text + chunk).split('\n\n');
    text = events.pop() ?? '';
    for (const each of events) {
      const [, id = '', event = '', data = ''] = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(each) ?? [];
      if (id) told.push({ id, event, data: JSON.parse(data) });
    }
  });
  request.on('error', () => {});
  const { statusCode: status, headers: answered } = response;
  return { status, headers: answered, told, numbers: () => told.map(({ data }) => data.data.i), leave };
}

test('whoever listens is told at once, whoever comes back is told what they missed, nobody what was before', async () => {
  await happens(0);
  const one = await listen();
  expect(one.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  expect(one.headers['access-control-allow-origin']).toBe('*');
  await happens(1);
  await expect.poll(one.numbers).toEqual([1]);
  expect(one.told[0]).toMatchObject({ event: 'edition.published', data: { version: '2022.1' } });
  const last = one.told[0]?.id ?? '';
  one.leave();
  await happens(2);
  await happens(3);
  const back = await listen({ 'last-event-id': last });
  await expect.poll(back.numbers).toEqual([2, 3]);
  await happens(4);
  await expect.poll(back.numbers).toEqual([2, 3, 4]);
});

test('a great many events are all told, in order', async () => {
  const first = await listen();
  await happens(10);
  await expect.poll(first.numbers).toEqual([10]);
  await sql(`insert into publication_event (kind, year, dataset_version, payload)
    select 'edition.corrected', 2022, '2022.1', json_build_object('i', i) from generate_series(1, 250) i`);
  const back = await listen({ 'last-event-id': first.told[0]?.id ?? '' });
  await expect.poll(() => back.told.length).toBe(250);
  expect(new Set(back.told.map(({ id }) => id)).size).toBe(250);
});

test('who asks for its headers alone has them at once, and takes no place', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => app.inject({ method: 'HEAD', url: '/events' })));
  for (const { statusCode, headers } of answers)
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
});

test('one address does not take every place', async () => {
  const many = await Promise.all(Array.from({ length: 10 }, () => listen()));
  const statuses = many.map(({ status }) => status);
  const over = await listen();
  expect([...statuses, over.status].filter((status) => status === 429).length).toBeGreaterThan(0);
  for (const each of many) each.leave();
  over.leave();
  await expect
    .poll(async () => {
      const again = await listen();
      again.leave();
      return again.status;
    })
    .toBe(200);
});

test.each(['', 'moi', '12', '------------------------------------', "' or 1=1 --"])(
  'an identifier made up counts for none: %j',
  async (id) => {
    const one = await listen({ 'last-event-id': id });
    expect(one.status).toBe(200);
    await happens(99);
    await expect.poll(one.numbers).toEqual([99]);
    one.leave();
  },
);

test('who connected and says nothing does not keep the server from closing', async () => {
  const silent = connect(port, '127.0.0.1');
  await once(silent, 'connect');
  await Promise.all([once(silent, 'close'), app.close()]);
});
