import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Actor } from '../../server/kernel/actor.ts';
import type { Live } from '../../server/meeting/live.service.ts';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { FOR, juriesOf } from '../support/convened.ts';
import { juryVerbs, type TestJuror } from '../support/jury.ts';

const office = await makeBackOffice('live');
const { app, done, headersOf, sql } = office;
await app.listen({ port: 0, host: '127.0.0.1' });
const port = (app.server.address() as AddressInfo).port;
const jury = juriesOf(office);
afterAll(() => app.close());

interface Event {
  readonly event: string;
  readonly data: Live & { code?: string };
}

/** A tablet that watches a meeting: what it was told, until it goes away. */
async function watch(asker: Actor | 'MANAGER' | null, meetingId: string) {
  const away = new AbortController();
  onTestFinished(() => away.abort());
  const response = await fetch(`http://127.0.0.1:${port}/admin/meetings/${meetingId}/live`, {
    ...{ headers: headersOf(asker), signal: away.signal },
  });
  const told: Event[] = [];
  const ended = { yes: false };
  const end = () => {
    ended.yes = true;
  };
  void read(response, told).then(end, end);
  const last = () => told.at(-1);
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    told,
    last,
    ended,
    leave: () => away.abort(),
  };
}

async function read(response: Response, told: Event[]): Promise<void> {
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const each of events) {
      const [, event = '', data = 'null'] = /^event: (.*)\ndata: (.*)$/.exec(each) ?? [];
      if (event) told.push({ event, data: JSON.parse(data) });
    }
  }
}

describe('whoever watches a meeting', { timeout: 60_000 }, () => {
  test('is told at once how it stands, and again each time something happens; never who did it', async () => {
    const { did, vote, codes, room, who, id } = await jury();
    const [denis, staff] = [await watch(who.Denis as TestJuror, room.id), await watch('MANAGER', room.id)];
    expect(denis).toMatchObject({ status: 200, type: 'text/event-stream; charset=utf-8' });
    await expect
      .poll(() => denis.last()?.data)
      .toEqual({ meetingId: room.id, open: true, here: 7, item: null, recused: false });
    await did('Aline', 'open');
    const quorum = { present: 6, needed: 3, reached: true };
    await expect.poll(() => denis.last()?.data.item).toEqual({ id, state: 'OPEN', ballotsCast: 0, quorum });
    await did('Denis', 'move', { codes: codes('T3'), motive: 'Un accueil hors du commun.' });
    for (const [i, name] of ['Elsa', 'Farid'].entries()) {
      await vote(name, FOR);
      for (const each of [denis, staff]) await expect.poll(() => each.last()?.data.item?.ballotsCast).toBe(i + 1);
    }
    expect(JSON.stringify(denis.told)).not.toMatch(/Elsa|Farid|FOR|T3/);
    await did('Aline', 'count');
    await expect.poll(() => denis.last()?.data.item?.state).toBe('COUNTED');
  });

  test('sees the item before the panel from the corridor, and no more, when recused', async () => {
    const { did, vote, codes, edition, room, who } = await jury({ mode: 'RANK' });
    const elsa = who.Elsa as TestJuror;
    const input = {
      kind: 'EMPLOYER',
      bodyName: 'La ville',
      structureId: edition.structure.T2,
      known: 'VERIFIED',
      source: 'JO',
    };
    await done(juryVerbs.tie, { id: elsa.jurorId, input });
    const outside = await watch(elsa, room.id);
    await did('Aline', 'open');
    await expect.poll(() => outside.last()?.data).toMatchObject({ item: null, recused: true });
    await vote('Denis', { mode: 'RANK', ranking: [codes('T1')] });
    await did('Aline', 'count');
    await did('Aline', 'record');
    await expect.poll(() => outside.last()?.data).toMatchObject({ item: null, recused: false });
    const told = outside.told.map(({ data }) => JSON.stringify(data));
    expect(new Set(told).size).toBeLessThanOrEqual(2);
  });

  test('is told when someone steps aside meanwhile: the room counts without them at once', async () => {
    const { did, mandate, room, who } = await jury();
    const [chair, elsa] = [await watch(who.Aline as TestJuror, room.id), await watch(who.Elsa as TestJuror, room.id)];
    await did('Aline', 'open');
    await expect.poll(() => elsa.last()?.data.recused).toBe(false);
    const before = chair.told.length;
    await office.ask(who.Elsa as TestJuror, juryVerbs.stepAside, { id: mandate.id, motive: 'Un ami concourt.' });
    await expect.poll(() => elsa.last()?.data).toMatchObject({ item: null, recused: true });
    await expect.poll(() => chair.told.length).toBeGreaterThan(before);
  });

  test('who lost the network comes back to all there is; so does the server, when PostgreSQL dropped it', async () => {
    const { did, room, who, id } = await jury();
    const before = await watch(who.Denis as TestJuror, room.id);
    await expect.poll(() => before.last()?.data.item).toBeNull();
    before.leave();
    await did('Aline', 'open');
    const back = await watch(who.Denis as TestJuror, room.id);
    await expect.poll(() => back.last()?.data.item?.id).toBe(id);
    await sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`,
    );
    await did('Aline', 'breakOff', { motive: 'Pour voir.' });
    await expect.poll(() => back.last()?.data.item, { timeout: 10_000 }).toBeNull();
  });

  test('is told that it is over once they no longer may watch', async () => {
    const { room, who } = await jury();
    const denis = await watch(who.Denis as TestJuror, room.id);
    await expect.poll(() => denis.told.length).toBe(1);
    await done('mutation ($id: ID!, $motive: Prose!) { removeJuror(jurorId: $id, motive: $motive) { id } }', {
      ...{ id: who.Denis?.jurorId, motive: 'Empêché.' },
    });
    await room.did(who.Elsa as TestJuror, 'mark', { id: room.id, here: true });
    await expect.poll(() => denis.last()).toEqual({ event: 'over', data: { code: 'NOT_FOUND' } });
    await expect.poll(() => denis.ended.yes).toBe(true);
  });

  test('must sit on its panel, or be staff: strangers learn nothing', async () => {
    const { room } = await jury();
    const statusOf = async (asker: Actor | null, id: string) => (await watch(asker, id)).status;
    expect(await statusOf(null, room.id)).toBe(401);
    for (const role of ['JUROR', 'AUDITOR', 'CONTROLLER', 'PARTICIPANT'] as const)
      expect(await statusOf(actorOf(role), room.id)).toBe(404);
    expect(await statusOf(actorOf('JUROR'), '00000000-0000-4000-8000-00000000dead')).toBe(404);
  });
});
