import { describe, expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';
import {
  answer,
  fillInCall,
  installed,
  makePhoneWork,
  next,
  openTest,
  phone,
  signInOnPhone,
} from '../support/phone.ts';

const app = await startApp('field');
const work = await makePhoneWork(app);
const { assign, sql } = work;
const auditsOf = (assignment: string) => sql('select id from audit where assignment_id = ?', [assignment]);
const sentOf = (assignment: string) =>
  sql<{ outcome: string; reason: string | null; skew: number }>(
    'select outcome, reason, skew from submission where assignment_id = ? order by received_at',
    [assignment],
  );

describe('the phone app', () => {
  test('its first load weighs less than 250 kB, as sent, with all that it keeps to work without a network', async () => {
    const page = await app.open(phone);
    const wire = await page.context().newCDPSession(page);
    await wire.send('Network.enable');
    let received = 0;
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
      received += encodedDataLength;
    });
    await page.goto('/terrain/');
    await page.getByRole('button', { name: 'Se connecter' }).waitFor();
    await installed(page);
    const heldBack = await page.evaluate(async () => {
      const [name = ''] = await caches.keys();
      return (await (await caches.open(name)).keys()).length;
    });
    expect(heldBack).toBeGreaterThan(5);
    // What the worker asks for is on no page: its own code, and whatever is not in the cache of the browser by then.
    const worker = (await page.request.get('/terrain/worker.js', { headers: { 'accept-encoding': 'br' } })).headers();
    expect(worker['content-encoding']).toBe('br');
    expect(received).toBeGreaterThan(50_000);
    expect(received + Number(worker['content-length'])).toBeLessThan(250_000);
    await page.context().close();
  });

  test('a whole test without a network: page closed, opened again, synced twice, one test', async () => {
    const id = await assign('PHONE', 'T1');
    const page = await app.open(phone);
    const context = page.context();
    await signInOnPhone(page);
    await installed(page);
    await context.setOffline(true);
    await page.reload();
    await page.getByText('Hors ligne').waitFor();
    await openTest(page, /Ville de Aubrevaux/);
    await fillInCall(page, 'Reçue par Karim, très aimable.');

    // The guard speaks before anything leaves.
    await page.getByText('semble nommer une personne').waitFor();
    const send = page.getByRole('button', { name: 'Envoyer dès que possible' });
    expect(await send.isDisabled()).toBe(true);
    await page.getByRole('button', { name: /^Mettre/ }).click();
    await send.click();
    await page.getByText('À envoyer', { exact: true }).waitFor();
    await page.close();
    expect(await sentOf(id)).toEqual([]);

    const again = await context.newPage();
    await again.goto('/terrain/');
    await again.getByText('À envoyer', { exact: true }).waitFor();
    const other = await context.newPage();
    await other.goto('/terrain/');
    await context.setOffline(false);
    // Two pages of one device wake at the same instant, and send the same.
    await Promise.all([again, other].map((each) => each.evaluate(() => dispatchEvent(new Event('online')))));
    await again.getByText('Envoyé', { exact: true }).waitFor();
    await other.getByText('Envoyé', { exact: true }).waitFor();
    expect((await auditsOf(id)).length).toBe(1);
    expect(await sentOf(id)).toMatchObject([{ outcome: 'ACCEPTED' }]);
    const [kept] = await sql<{ verbatim: string }>('select verbatim from audit where assignment_id = ?', [id]);
    expect(kept?.verbatim).toBe('Reçue par l’agent, très aimable.');
    await context.close();
  });

  test('a clock wrong by an hour: delays and instants come out right', async () => {
    const id = await assign('PHONE', 'T2');
    const page = await app.open(phone);
    await page.clock.install({ time: new Date(Date.now() + 3_600_000) });
    await signInOnPhone(page);
    await openTest(page, /Ville de Beaumarsan/);
    const before = Date.now();
    await fillInCall(page);
    await page.getByRole('button', { name: 'Envoyer le test' }).click();
    await expect.poll(() => sentOf(id)).toMatchObject([{ outcome: 'ACCEPTED' }]);
    const [{ skew } = { skew: 0 }] = await sentOf(id);
    expect(Math.abs(skew + 3_600_000)).toBeLessThan(10_000);
    const [first] = await sql<{ at: Date }>(
      'select min(e.at) as at from audit_event e join audit a on a.id = e.audit_id where a.assignment_id = ?',
      [id],
    );
    expect(Math.abs(new Date(first?.at ?? 0).getTime() - before)).toBeLessThan(15_000);
    await page.context().close();
  });

  test('two devices on one test: the second says which goes on, and the other stays', async () => {
    const id = await assign('EMAIL', 'T3');
    const [one, two] = [await app.open(phone), await app.open(phone)];
    for (const page of [one, two]) await signInOnPhone(page);
    await openTest(one, /Ville de Corvisart/);
    await one.getByRole('button', { name: 'Envoyé', exact: true }).click();
    await one.evaluate(() => dispatchEvent(new Event('focus')));
    const revision = () => sql<{ revision: number }>('select revision from audit_draft where assignment_id = ?', [id]);
    await expect.poll(async () => (await revision())[0]?.revision ?? 0).toBeGreaterThan(0);
    await two.context().setOffline(true);
    await openTest(two, /Ville de Corvisart/);
    await next(two);
    await answer(two, 'Réponse', 'Non');
    await two.context().setOffline(false);
    await two.evaluate(() => dispatchEvent(new Event('focus')));
    await two.getByText('Ce test a aussi été rempli ailleurs').waitFor();
    await two.getByRole('button', { name: /Garder celle d’ici/ }).click();
    await two.getByText('1 autre version gardée').waitFor();
    const draft = () =>
      sql<{ content: { answers: object } }>('select content from audit_draft where assignment_id = ?', [id]);
    await expect.poll(async () => (await draft())[0]?.content.answers).toEqual({ 'email.answered': { value: '0' } });
    await Promise.all([one.context().close(), two.context().close()]);
  });

  test('withdrawn, or its auditor gone, meanwhile: what was typed is held, and the phone says why', async () => {
    const [withdrawn, taken] = [await assign('PHONE', 'T4'), await assign('PHONE', 'T5')];
    const page = await app.open(phone);
    await signInOnPhone(page);
    for (const name of [/Ville de Duneroche/, /Ville de Esperval/]) {
      await page.context().setOffline(true);
      await openTest(page, name);
      await fillInCall(page);
      await page.getByRole('button', { name: /^Envoyer/ }).click();
      await page.getByRole('heading', { name: 'Mes tests' }).waitFor();
    }
    await sql(`update assignment set state = 'WITHDRAWN', state_reason = 'Doublon' where id = ?`, [withdrawn]);
    const [other] = await sql(
      `insert into auditor (account_id, code, name, email, channels, departments) values (gen_random_uuid(), 'C-30', 'Une autre', 'autre@example.org', '{PHONE}', '{}') returning id`,
    );
    await sql('update assignment set auditor_id = ? where id = ?', [other?.id, taken]);
    await page.context().setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect.poll(() => sentOf(withdrawn)).toMatchObject([{ outcome: 'HELD', reason: 'WITHDRAWN' }]);
    await expect.poll(() => sentOf(taken)).toMatchObject([{ outcome: 'HELD', reason: 'AUDITOR_REMOVED' }]);
    // The one that is no longer theirs is still shown, with why.
    await page.getByText('Tests qui ne sont plus les vôtres').waitFor();
    await page.getByText('Le test ne vous est plus confié.').waitFor();
    await page.getByRole('link', { name: /Ville de Duneroche/ }).click();
    await page.getByText('Le test avait été retiré du plan.').waitFor();
    await page.context().close();
  });

  test('the briefing comes before the test; a tie that is declared gives the test to someone else', async () => {
    const [read, tied] = [await assign('PHONE', 'R1'), await assign('PHONE', 'R2')];
    await sql(
      `insert into briefing (edition_id, text, questions, pass_mark) values (?, 'On ne nomme personne.',
       '[{"text":"Nomme-t-on un agent ?","choices":["Oui","Jamais"],"right":1,"explanation":"On juge un service."}]', 1)`,
      [work.id],
    );
    const page = await app.open(phone);
    await signInOnPhone(page);
    await page.getByRole('link', { name: /Région Fontarelle/ }).click();
    await page.getByRole('link', { name: 'Lire le briefing et répondre au questionnaire' }).click();
    await page.getByRole('radio', { name: 'Oui' }).check();
    await page.getByRole('button', { name: 'Valider mes réponses' }).click();
    await page.getByText('On juge un service.').waitFor();
    await page.getByRole('radio', { name: 'Jamais' }).check();
    await page.getByRole('button', { name: 'Valider mes réponses' }).click();
    await page.getByText('Briefing réussi.').waitFor();
    await page.getByRole('link', { name: 'Mes tests' }).click();
    await openTest(page, /Région Fontarelle/);
    await expect.poll(() => sql('select state from assignment where id = ?', [read])).toEqual([{ state: 'UNDER_WAY' }]);

    await page.goto(`/terrain/#/test/${tied}/conflict`);
    await page.getByLabel('Quel lien ?').fill('Ma sœur y travaille.');
    await page.getByRole('button', { name: 'Signaler ce lien' }).click();
    await page.getByRole('heading', { name: 'Mes tests' }).waitFor();
    await page.getByText('Région Gravonne').waitFor({ state: 'detached' });
    const [given] = await sql<{ auditor_id: string | null }>('select auditor_id from assignment where id = ?', [tied]);
    expect(given?.auditor_id).toBeNull();
    await page.context().close();
  });

  test('a question of control is answered without a network, reaches whoever asked, and counts in my figures', async () => {
    const id = await assign('PHONE', 'R3');
    const page = await app.open(phone);
    await signInOnPhone(page);
    await installed(page);
    await openTest(page, /Région Hautemarche/);
    await fillInCall(page);
    await page.getByRole('button', { name: 'Envoyer le test' }).click();
    await expect.poll(() => auditsOf(id)).toHaveLength(1);
    const [asked] = await sql<{ audit: string; version: number; criterion: string }>(
      `select a.id as audit, a.version, m.criterion_id as criterion from audit a join measurement m on m.audit_id = a.id
         join criterion c on c.id = m.criterion_id where a.assignment_id = ? and c.code = 'phone.connected.rings'`,
      [id],
    );
    const question = await work.done(
      `mutation ($audit: ID!, $version: Int!, $criterion: ID!) {
         askQuestion(auditId: $audit, version: $version, criterionId: $criterion, text: "Combien de sonneries ?") { id } }`,
      asked,
    );
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByRole('link', { name: /Combien de sonneries/ }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: /Combien de sonneries/ }).click();
    await page.getByText('Vous aviez répondu : 3 sonneries.'.replace(' :', '\u00a0:')).waitFor();
    await page.getByLabel('Votre réponse').fill('Trois, comme Karim l’a dit.');
    const send = page.getByRole('button', { name: 'Envoyer dès que possible' });
    expect(await send.isDisabled()).toBe(true);
    await page.getByRole('button', { name: /^Mettre/ }).click();
    expect(await obstacles(page)).toEqual([]);
    await send.click();
    await page.getByText('La réponse partira avec le réseau.').waitFor();
    // Closed and opened again, still without a network; then the answer of the server is lost on its way.
    await page.reload();
    await page.getByText('La réponse partira avec le réseau.').waitFor();
    let lost = 0;
    await page.route('**/admin/graphql', async (route) => {
      if (lost > 0 || !route.request().postData()?.includes('AnswerFieldQuestion')) return route.continue();
      lost++;
      await route.fetch();
      return route.abort();
    });
    await page.context().setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    const answered = () => sql('select state, answer from question where id = ?', [question.id]);
    await expect.poll(answered).toEqual([{ state: 'ANSWERED', answer: 'Trois, comme l’agent l’a dit.' }]);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByText('Répondue', { exact: true }).waitFor();
    expect(lost).toBe(1);
    await work.done('mutation ($id: ID!) { closeQuestion(id: $id, text: "Noté.") { id } }', { id: question.id });
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByText('Noté.').waitFor();

    await page.goto('/terrain/#/figures');
    const [count] = await sql<{ n: number }>(
      `select count(*)::int as n from assignment where auditor_id = ? and edition_id = ? and state <> 'WITHDRAWN'`,
      [work.auditor, work.id],
    );
    const figure = (name: string) => page.locator('.figures > div').filter({ hasText: name }).locator('dd strong');
    expect(await figure('Tests confiés').textContent()).toBe(String(count?.n));
    expect(await figure('Questions').textContent()).toBe('1');
    expect(await obstacles(page)).toEqual([]);
    await figure('Questions').click();
    await page.getByRole('heading', { name: 'Questions', level: 1 }).waitFor();
    const behind = page.locator('main .card');
    await behind.first().waitFor();
    expect(await behind.count()).toBe(1);
    expect(await obstacles(page)).toEqual([]);
    await behind.click();
    await page.waitForURL(/#\/test\//);
    await page.context().close();
  });

  test('its pages ask nothing of the eyes or the hands that some lack, in both themes', async () => {
    await assign('RECEPTION', 'T1', 3);
    for (const dark of [false, true]) {
      const page = await app.open({ ...phone, dark });
      await page.goto('/terrain/');
      await page.getByRole('button', { name: 'Se connecter' }).waitFor();
      expect(await obstacles(page)).toEqual([]);
      await signInOnPhone(page);
      expect(await obstacles(page)).toEqual([]);
      await openTest(page, /Accueil/);
      expect(await obstacles(page)).toEqual([]);
      const small = await page
        .locator('main button, main a, footer a, main label.choice')
        .evaluateAll((all) =>
          all.filter((each) => each.getBoundingClientRect().height < 48).map((each) => each.textContent),
        );
      expect(small).toEqual([]);
      await page.context().close();
    }
  });
});
