import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { openBucket } from '../../server/kernel/store.ts';
import { startApp } from '../support/app.ts';
import { openFakeBucket } from '../support/bucket.ts';
import { fillInCall, installed, makePhoneWork, openTest, phone, signInOnPhone } from '../support/phone.ts';

/** Whatever becomes of the network, the page, the store or the grid, what an auditor typed or took is kept. */
const bucket = await openFakeBucket();
const incoming = mkdtempSync(join(tmpdir(), 'incoming-'));
const { endpoint } = bucket;
const app = await startApp('field_loss', undefined, {
  keeping: {
    store: await openBucket({ endpoint, bucket: 'bucket', region: 'x', accessKeyId: 'a', secretAccessKey: 'b' }),
    ...{ scanner: null, incoming, days: { PHOTO: 30, CAPTURE: 30, DOCUMENT: 30, MESSAGE: 30, RECORDING: 0 } },
  },
});
afterAll(async () => {
  await bucket.close();
  rmSync(incoming, { recursive: true, force: true });
});
const work = await makePhoneWork(app);
const { assign, sql } = work;

const auditOf = async (assignment: string) =>
  (
    await sql<{ id: string; verbatim: string }>('select id, verbatim from audit where assignment_id = ?', [assignment])
  )[0];
const draftOf = async (assignment: string) =>
  (
    await sql<{ content: { verbatims: Record<string, string> } }>(
      'select content from audit_draft where assignment_id = ?',
      [assignment],
    )
  )[0]?.content.verbatims[''];
const back = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));

/** Has the memory of the browser refuse whatever is put into it, as where its disk is full, until room is made. */
const noRoom = (): void => {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('No room.', 'QuotaExceededError');
  };
  (window as unknown as { makeRoom(): void }).makeRoom = () => {
    IDBObjectStore.prototype.put = put;
  };
};

describe('what an auditor types', () => {
  test('leaves at the first pause; killed in mid-word, the page comes back with every letter', async () => {
    const id = await assign('PHONE', 'T1');
    const page = await app.open(phone);
    await signInOnPhone(page);
    await installed(page);
    await openTest(page, /Ville de Aubrevaux/);
    await fillInCall(page, 'Accueil');
    await expect.poll(() => draftOf(id), { timeout: 10_000, interval: 100 }).toBe('Accueil');
    await page.context().setOffline(true);
    await page.getByLabel('En vos mots').pressSequentially(' chaleureux, mais');
    const wire = await page.context().newCDPSession(page);
    void wire.send('Page.crash').catch(() => {});
    await page.waitForEvent('crash');
    const again = await page.context().newPage();
    await page.close();
    await again.clock.install();
    await again.goto(`/terrain/#/test/${id}/form/9`);
    expect(await again.getByLabel('En vos mots').inputValue()).toBe('Accueil chaleureux, mais');
    await again.context().setOffline(false);
    // Left for another app in mid-word: no pause is waited for, and none comes, since the clock of the page stands still.
    await again.clock.pauseAt(Date.now() + 5_000);
    await again.getByLabel('En vos mots').press('End');
    await again.getByLabel('En vos mots').pressSequentially(' long');
    await again.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect.poll(() => draftOf(id)).toBe('Accueil chaleureux, mais long');
    await again.context().close();
  });

  test('is its own when the answer to its saving was lost: nobody is asked which of two texts goes on', async () => {
    const id = await assign('PHONE', 'T2');
    const page = await app.open(phone);
    await signInOnPhone(page);
    await openTest(page, /Ville de Beaumarsan/);
    let lost = 0;
    await page.route('**/admin/graphql', async (route) => {
      if (!route.request().postData()?.includes('mutation SaveDraft')) return route.continue();
      await route.fetch();
      lost++;
      return route.abort();
    });
    await fillInCall(page, 'Bien');
    await expect.poll(() => draftOf(id)).toBe('Bien');
    await expect.poll(() => lost).toBeGreaterThan(0);
    await page.unroute('**/admin/graphql');
    await page.getByLabel('En vos mots').pressSequentially(' reçue.');
    await expect.poll(() => draftOf(id)).toBe('Bien reçue.');
    expect(await page.getByText('Ce test a aussi été rempli ailleurs').count()).toBe(0);
    await page.context().close();
  });

  test('a photo taken without a network: kept when the store is full, then in the store, stripped, before the controller', async () => {
    const id = await assign('PHONE', 'T3');
    const page = await app.open(phone);
    await signInOnPhone(page);
    await installed(page);
    await page.context().setOffline(true);
    await openTest(page, /Ville de Corvisart/);
    await fillInCall(page);
    const taken = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#357' } })
      .withExif({ IFD0: { Copyright: 'Camille' }, IFD3: { GPSLatitude: '48/1 51/1 30/1', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer();
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: 'guichet.jpg', mimeType: 'image/jpeg', buffer: taken });
    await page.getByText('(partira avec le réseau)').waitFor();
    bucket.state.full = true;
    await page.context().setOffline(false);
    await back(page);
    await page.getByText('gardé ici : le serveur n’a plus de place'.replace(' :', '\u00a0:')).waitFor();
    expect(bucket.held.size).toBe(0);
    bucket.state.full = false;
    await back(page);
    await page.getByText('(envoyé)').waitFor();
    await page.getByRole('button', { name: 'Envoyer le test' }).click();
    await expect.poll(() => auditOf(id)).toBeTruthy();
    const [kept] = [...bucket.held.values()];
    expect(bucket.held.size).toBe(1);
    const { exif, format, width } = await sharp(kept).metadata();
    expect({ exif, format, width }).toEqual({ exif: undefined, format: 'jpeg', width: 640 });
    expect(kept?.includes('Camille')).toBe(false);
    await page.context().close();

    const desk = await app.signIn('CONTROLLER');
    await desk.goto(`/2029/control/${(await auditOf(id))?.id}`);
    const picture = desk.locator('figure img');
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBe(640);
    await desk.context().close();
  });

  test('on a phone without room: told, killed and opened again with every letter, sent from the page', async () => {
    const id = await assign('PHONE', 'R3');
    const page = await app.open(phone);
    const context = page.context();
    await signInOnPhone(page);
    await installed(page);
    await openTest(page, /Région Hautemarche/);
    await fillInCall(page, 'Reçue');
    await context.setOffline(true);
    const told = /Cet appareil n’a plus de place/;
    await page.evaluate(noRoom);
    const wire = await context.newCDPSession(page);
    await page.getByLabel('En vos mots').press('End');
    await page.getByLabel('En vos mots').pressSequentially(' sans attendre.');
    await page.getByText(told).waitFor();
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: 'guichet.txt', mimeType: 'text/plain', buffer: Buffer.from('Ouvert de 9 h à 12 h.') });
    await page.getByText('Cet appareil n’a plus de place pour ce fichier.').waitFor();
    void wire.send('Page.crash').catch(() => {});
    await page.waitForEvent('crash');
    const again = await context.newPage();
    await page.close();
    await again.addInitScript(noRoom);
    await again.goto(`/terrain/#/test/${id}/form/9`);
    expect(await again.getByLabel('En vos mots').inputValue()).toBe('Reçue sans attendre.');
    await again.getByText(told).waitFor();
    await again.getByRole('button', { name: /^Envoyer/ }).click();
    expect(await auditOf(id), 'nothing leaves without a network').toBeUndefined();
    await context.setOffline(false);
    await back(again);
    await again.getByRole('button', { name: 'Envoyer le test' }).click();
    await expect.poll(async () => (await auditOf(id))?.verbatim).toBe('Reçue sans attendre.');
    await again.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom());
    await back(again);
    await again.getByText(told).waitFor({ state: 'detached' });
    await context.close();
  });

  test('a grid that changed between download and sync: nothing is lost, the phone says why, staff take it', async () => {
    const id = await assign('PHONE', 'T4');
    const page = await app.open(phone);
    await signInOnPhone(page);
    await installed(page);
    await page.context().setOffline(true);
    await openTest(page, /Ville de Duneroche/);
    await fillInCall(page, 'Sur l’ancienne grille.');
    await page.getByRole('button', { name: /^Envoyer/ }).click();
    await page.getByRole('heading', { name: 'Mes tests' }).waitFor();
    const prepared = await work.done('mutation ($id: ID!) { prepareGridVersion(editionId: $id) { id } }', {
      id: work.id,
    });
    const { hash } = await work.done<{ hash: string }>('query ($id: ID!) { gridVersionEffect(id: $id) { hash } }', {
      ...prepared,
    });
    await work.done(
      'mutation ($id: ID!, $hash: String!) { adoptGridVersion(id: $id, hash: $hash, motive: "Une question.") { id } }',
      { id: prepared.id, hash },
    );
    await page.context().setOffline(false);
    await back(page);
    await page.getByRole('link', { name: /Ville de Duneroche/ }).click();
    await page
      .getByText(/grille/)
      .first()
      .waitFor();
    const [held] = await sql('select id from submission where assignment_id = ?', [id]);
    await work.done(
      'mutation ($id: ID!) { settleSubmission(id: $id, how: RECORD, motive: "Faite avant le changement.") { id } }',
      { id: held?.id },
    );
    expect((await auditOf(id))?.verbatim).toBe('Sur l’ancienne grille.');
    await back(page);
    await page.getByText('Envoyé', { exact: true }).waitFor();
    await page.context().close();
  });
});

/** How many tests the week holds: three here, as many as one likes with FIELD_WEEK. */
const TESTS = Number(process.env.FIELD_WEEK ?? 3);

test('a week of fieldwork whose network is cut at random: every test arrives once, as it was typed', async () => {
  const draws = fc.sample(fc.nat(99), 100 * TESTS);
  const chance = (percent: number): boolean => (draws.pop() ?? 0) < percent;
  const towns = ['R1', 'R2', 'T5'];
  const planned = await Promise.all(
    Array.from({ length: TESTS }, (_, i) => assign('PHONE', towns[i % towns.length], i)),
  );
  let page = await app.open(phone);
  const context = page.context();
  await signInOnPhone(page);
  await installed(page);
  await context.route('**/admin/graphql', async (route) => {
    // A page that is closed meanwhile takes its requests with it.
    const gone = () => {};
    if (chance(20)) return route.abort().catch(gone); // lost on its way there
    if (!chance(20)) return route.continue().catch(gone);
    await route.fetch().catch(gone); // lost on its way back
    return route.abort().catch(gone);
  });
  const cut = () => context.setOffline(chance(50));
  for (const [i, id] of planned.entries()) {
    await cut();
    await page.goto(`/terrain/#/test/${id}/form/0`);
    await fillInCall(page, `Passage ${i}`);
    await cut();
    await page.getByLabel('En vos mots').pressSequentially(', sans rien à signaler.');
    if (chance(50)) {
      await page.close();
      page = await context.newPage();
      await page.goto(`/terrain/#/test/${id}/form/9`);
    }
    await page.getByRole('button', { name: /^Envoyer/ }).click();
    await page.getByRole('heading', { name: 'Mes tests' }).waitFor();
  }
  await context.unroute('**/admin/graphql');
  await context.setOffline(false);
  await expect
    .poll(async () => {
      await back(page);
      return Promise.all(planned.map(async (id) => (await auditOf(id))?.verbatim));
    })
    .toEqual(planned.map((_, i) => `Passage ${i}, sans rien à signaler.`));
  const outcomes = await sql<{ outcome: string }>(
    'select distinct outcome from submission where assignment_id = any(?)',
    [`{${planned}}`],
  );
  expect(outcomes.map(({ outcome }) => outcome).filter((each) => each !== 'REPEATED')).toEqual(['ACCEPTED']);
  await context.close();
});
