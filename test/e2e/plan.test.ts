import { expect, test } from 'vitest';
import { Mail } from '../../server/kernel/mail.ts';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';

// The demonstration is loaded on the morning of 1 December 2022, in the fourth of the eight weeks of fieldwork.
const day = Date.parse('2022-12-01T10:00:00Z') - Date.now();
const { signIn, open, em } = await startApp('plan', () => new Date(Date.now() + day));
const sql = <Row>(text: string) => em.fork().execute<Row[]>(text);

/** Who has each test of the edition in fieldwork that is still to be done. */
const given = async () =>
  new Map(
    (
      await sql<{ reference: string; name: string }>(
        `select t.reference, u.name from assignment t join edition e on e.id = t.edition_id
         join auditor u on u.id = t.auditor_id where e.year = 2027 and t.state in ('ASSIGNED', 'UNDER_WAY')`,
      )
    ).map(({ reference, name }) => [reference, name]),
  );

test('rules that clash are bent by one click; whoever is invited takes over the tests of whoever cannot go on', async () => {
  const staff = await signIn('MANAGER');
  await staff.goto('/2027/plan');
  await staff.getByRole('button', { name: /^Limites Par auditeur, au plus 12 tests par semaine/ }).click();
  await staff.getByLabel('Tests par semaine et par auditeur').fill('3');
  await staff.getByRole('button', { name: 'Enregistrer les règles' }).click();
  await staff.getByRole('button', { name: /^Limites Par auditeur, au plus 3 tests par semaine/ }).waitFor();

  await staff.getByRole('button', { name: 'Réparer le plan' }).click();
  await staff.getByText(/^[\d\s]+ tests? examinés?$/).waitFor();
  await staff.getByRole('progressbar').waitFor();
  await staff.getByText('Impossible', { exact: true }).waitFor();
  const clash = await staff
    .getByRole('listitem')
    .filter({ hasText: /^(Un auditeur|Chaque structure)/ })
    .allTextContents();
  expect(clash.toSorted()).toEqual([
    'Chaque structure reçoit le nombre de tests prévu sur chaque canal.',
    'Un auditeur ne fait pas plus de tests par semaine que ce qui est prévu.',
  ]);
  await staff.getByText(/^Le moindre assouplissement\s: porter de 3 à \d+ le nombre de tests par semaine/).waitFor();
  expect(await obstacles(staff)).toEqual([]);
  await staff.getByRole('button', { name: 'Assouplir ainsi et tirer à nouveau' }).click();
  await staff.getByRole('button', { name: 'Retenir ce tirage' }).click();
  await staff.getByText('Retenu', { exact: true }).waitFor();

  await staff.goto('/2027/auditor/create');
  await staff.getByLabel(/^Adresse électronique/).fill('nina@citoyens.example.org');
  await staff.getByLabel(/^Nom/).fill('Nina Roche');
  await staff.getByLabel(/^Code/).fill('C-04');
  await staff.getByLabel(/^Canaux/).click();
  for (const option of await staff.getByRole('option').all()) await option.click();
  await staff.keyboard.press('Escape');
  await staff.getByLabel(/^Départements/).fill('13, 21, 31, 33, 35, 44, 46, 59, 63, 67, 69, 76');
  await staff.getByRole('button', { name: 'Enregistrer' }).click();
  await staff.getByRole('heading', { name: /Nina Roche/ }).waitFor();

  const mail = await em.fork().findOneOrFail(Mail, { recipient: 'nina@citoyens.example.org' });
  // Who signs in is let in by the clock of the machine.
  await sql(`update auth."verification" set "expiresAt" = now() + interval '1 hour'`);
  const nina = await open({ width: 390 });
  await nina.goto(/\/#\/choose-password\?token=\S+/.exec(mail.body)?.[0] ?? '');
  await nina.getByLabel(/^Nouveau mot de passe/).fill('un-mot-de-passe-a-moi');
  await nina.getByLabel(/^Confirmez/).fill('un-mot-de-passe-a-moi');
  await nina.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
  await nina.getByRole('status').waitFor();

  const before = await given();
  await staff.goto('/2027/plan');
  await staff.getByRole('button', { name: 'Se passer d’un auditeur' }).click();
  await staff.getByRole('dialog').getByRole('combobox').click();
  await staff.getByRole('option', { name: 'Paul Lemoine' }).click();
  await staff.getByRole('button', { name: 'Calculer la différence' }).click();
  await staff.getByText(/Sans Paul Lemoine\./).waitFor();
  await staff.getByRole('button', { name: 'Retenir ce tirage' }).click();
  await staff.getByText('Retenu', { exact: true }).waitFor();
  const after = await given();
  const moved = [...before].filter(([reference, name]) => after.get(reference) !== name);
  expect(moved.length).toBeGreaterThan(5);
  expect(new Set(moved.map(([, name]) => name))).toEqual(new Set(['Paul Lemoine']));
  expect([...after.values()]).toContain('Nina Roche');

  // Tests wait for the briefing, and the briefing for the first of them.
  const [edition] = await sql<{ id: string }>('select id from edition where year = 2027');
  await nina.goto(`/terrain/#/briefing/${edition?.id}`);
  await nina.getByLabel(/Adresse/).fill('nina@citoyens.example.org');
  await nina
    .getByLabel(/Mot de passe/)
    .first()
    .fill('un-mot-de-passe-a-moi');
  await nina.getByRole('button', { name: 'Se connecter' }).click();
  await nina.getByRole('radio', { name: 'Non, et je poursuis ma demande' }).check();
  await nina.getByRole('radio', { name: 'Qu’il s’est présenté, sans son nom' }).check();
  await nina.getByRole('button', { name: 'Valider mes réponses' }).click();
  await nina.getByText('Briefing réussi.').waitFor();
});
