import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { Role } from '../../server/kernel/actor.ts';
import { Mail } from '../../server/kernel/mail.ts';
import { makeAccounts } from '../support/accounts.ts';

/** What an SMTP server says, in the order of the conversation. Addresses of `refused.example` are turned away. */
const received: string[] = [];
const server = createServer((socket) => {
  let letter: string | null = null;
  socket.setEncoding('utf8').write('220 test\r\n');
  socket.on('data', (text: string) => {
    if (letter !== null) {
      letter += text;
      if (!letter.endsWith('\r\n.\r\n')) return;
      received.push(letter);
      letter = null;
      socket.write('250 taken\r\n');
    } else if (text.startsWith('DATA')) {
      letter = '';
      socket.write('354 go on\r\n');
    } else socket.write(text.includes('@refused.example') ? '550 nobody here\r\n' : '250 fine\r\n');
  });
  socket.on('error', () => {});
}).listen(0, '127.0.0.1');
await once(server, 'listening');
afterAll(() => void server.close());

const { port } = server.address() as AddressInfo;
const withSmtp = await makeAccounts('mail_smtp', `smtp://127.0.0.1:${port}`);
const without = await makeAccounts('mail_outbox');

const invite = 'mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }';
const mails = '{ mails { total items { recipient subject body sentAt } } }';

test('without SMTP a mail stays in the outbox, where administrators read it', async () => {
  const admin = await without.person(Role.ADMINISTRATOR);
  await without.ask(admin, invite, { input: { name: 'Ada', email: 'ada@example.org', role: 'JUROR' } });
  const { data } = await without.ask(admin, mails);
  expect(data).toMatchObject({ mails: { total: 1, items: [{ recipient: 'ada@example.org', sentAt: null }] } });
  expect(JSON.stringify(data)).toContain('https://barometre.example.org/#/choose-password?token=');
});

test('with SMTP a mail leaves, and nobody can read its link here any more', async () => {
  const admin = await withSmtp.person(Role.ADMINISTRATOR);
  await withSmtp.ask(admin, invite, { input: { name: 'Ada', email: 'ada@example.org', role: 'JUROR' } });
  const kept = () => withSmtp.em.fork().findOneOrFail(Mail, { recipient: 'ada@example.org' });
  await expect.poll(async () => (await kept()).sentAt).toBeInstanceOf(Date);
  expect(received.join()).toMatch(/Votre_acc=C3=A8s|Votre acc=C3=A8s/);
  expect(received.join().replaceAll('=\r\n', '')).toContain('choose-password?token=3D');
  expect((await kept()).body).not.toContain('token');
  expect((await withSmtp.ask(admin, mails)).data).toMatchObject({ mails: { items: [{ body: '' }] } });
});

test('a mail that the SMTP server refuses stays unsent, and the server of ours says so', async () => {
  const admin = await withSmtp.person(Role.ADMINISTRATOR);
  await withSmtp.ask(admin, invite, { input: { name: 'X', email: 'x@refused.example', role: 'JUROR' } });
  await expect.poll(() => withSmtp.complaints.join()).toContain('550 nobody here');
  expect(await withSmtp.em.fork().findOneOrFail(Mail, { recipient: 'x@refused.example' })).toMatchObject({
    sentAt: null,
  });
});

test('only administrators see the mails', async () => {
  const manager = await without.person(Role.MANAGER);
  expect((await without.ask(manager, mails)).data).toBeNull();
});
