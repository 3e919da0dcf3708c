import type { EntityManager } from '@mikro-orm/postgresql';
import type { Page } from 'playwright-core';
import { Edition, EditionPhase } from '../../server/edition/edition.ts';
import { Mail } from '../../server/kernel/mail.ts';

/** The password that jurors of a story choose. */
export const CHOSEN = 'quatre mots pour le jury';
const TERMS = 'Je garde le secret des délibérations.\nJe déclare mes liens avec les structures candidates.';

/** The edition of 2022 as it stood the day the jury met. */
export const backToDeliberation = (em: EntityManager): Promise<unknown> =>
  em.fork().nativeUpdate(Edition, { year: 2022 }, { phase: EditionPhase.DELIBERATION, publishedAt: null });

/** Staff at work, from a page that is signed in. */
export async function ask<Value>(staff: Page, query: string, variables: object = {}): Promise<Value> {
  const answer = await staff.request.post('/admin/graphql', { data: { query, variables } });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(`${JSON.stringify(errors[0])}, asked ${query}`);
  return Object.values(data)[0] as Value;
}

interface Item {
  readonly id: string;
}

/** A panel without a second factor, the awards entrusted to it each with its rules, and a meeting with all of them. */
export async function makeJury(staff: Page, awards: readonly { readonly label: string; readonly rules: object }[]) {
  const { items: editions } = await ask<{ items: (Item & { year: number })[] }>(
    staff,
    '{ editions(perPage: 100) { items { id year } } }',
  );
  const editionId = editions.find(({ year }) => year === 2022)?.id ?? '';
  const { items: categories } = await ask<{ items: (Item & { label: string })[] }>(
    staff,
    'query ($editionId: ID) { categories(editionId: $editionId, perPage: 100) { items { id label } } }',
    { editionId },
  );
  const { id } = await ask<Item>(
    staff,
    'mutation ($editionId: ID!, $input: PanelInput!) { createPanel(editionId: $editionId, input: $input) { id } }',
    { editionId, input: { label: 'Jury des trophées 2022', terms: TERMS, secondFactor: false } },
  );
  const mandates: Record<string, string> = {};
  for (const { label, rules } of awards) {
    const awardId = categories.find((each) => each.label.replace(/\s/g, ' ') === label)?.id;
    const mandate = await ask<Item>(
      staff,
      'mutation ($id: ID!, $awardId: ID!, $rules: DeliberationRulesInput!) { entrustAward(panelId: $id, awardId: $awardId, rules: $rules) { id } }',
      { id, awardId, rules },
    );
    await ask(staff, 'mutation ($id: ID!) { drawShortList(mandateId: $id) { id } }', { id: mandate.id });
    mandates[label] = mandate.id;
  }
  const meeting = await ask<Item>(
    staff,
    'mutation ($id: ID!, $input: MeetingInput!) { planMeeting(panelId: $id, input: $input) { id } }',
    { id, input: { label: 'Séance du jury', place: 'Saint-Denis', startsAt: '2022-10-05T08:00:00Z' } },
  );
  await ask(staff, 'mutation ($id: ID!, $order: [ID!]) { arrangeAgenda(meetingId: $id, mandateIds: $order) { id } }', {
    id: meeting.id,
    order: awards.map(({ label }) => mandates[label]),
  });
  return { id, meetingId: meeting.id, mandates };
}

/** Invites someone to a panel; answers the seat, and the personal link of the letter, as a path. */
export async function invite(staff: Page, em: EntityManager, panelId: string, name: string, office = 'MEMBER') {
  const email = `${name
    .split(' ')[0]
    ?.toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')}@jury.example`;
  const { id } = await ask<Item>(
    staff,
    'mutation ($id: ID!, $input: JurorInput!) { inviteJuror(panelId: $id, input: $input) { id } }',
    { id: panelId, input: { name, email, office } },
  );
  const mail = await em.fork().findOneOrFail(Mail, { recipient: email }, { orderBy: { createdAt: 'desc' } });
  return { id, name, email, link: /(\/#\/jury-invitation\?token=\S+)/.exec(mail.body)?.[1] ?? '' };
}
export type Invited = Awaited<ReturnType<typeof invite>>;

/** Staff make sure that no tie of a juror is missing: the files then open. */
export const checkTies = (staff: Page, jurorId: string): Promise<unknown> =>
  ask(staff, 'mutation ($id: ID!) { checkTies(jurorId: $id, checked: true) { id } }', { id: jurorId });

/** A juror takes their seat through its link, chooses a password, and signs in. */
export async function takeSeat(page: Page, { link, email }: Invited): Promise<void> {
  await page.goto(link);
  await page.getByRole('checkbox', { name: /J’ai lu ces conditions/ }).check();
  await page.getByRole('button', { name: 'Accepter et siéger' }).click();
  await page.getByRole('link', { name: 'Choisir mon mot de passe' }).click();
  await page.getByLabel(/^Nouveau mot de passe/).fill(CHOSEN);
  await page.getByLabel(/^Confirmez le mot de passe/).fill(CHOSEN);
  await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
  await page.getByRole('status').waitFor();
  await page.getByRole('link', { name: 'Revenir à la connexion' }).click();
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel(/^Mot de passe/).fill(CHOSEN);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('heading', { level: 1, name: /^Bonjour/ }).waitFor();
  // The latest edition of the demonstration is another.
  await page.goto('/2022/');
  await page.getByRole('heading', { level: 1, name: /^Bonjour/ }).waitFor();
}
