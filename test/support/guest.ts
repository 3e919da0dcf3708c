import type { BackOffice } from './back-office.ts';

/** What someone without an account does with the link of an invitation. */
export const guestVerbs = {
  doorstep: '{ doorstep { status mine begun year structure } }',
  form: '{ guestForm { version state returnedMotive structure { name siren } answers { tier contacts { name email } accepted } conditions { code } } }',
  begin: 'mutation { beginRegistration }',
  askCode: 'mutation ($email: Draft!) { askRegistrationCode(email: $email) }',
  enterCode: 'mutation ($code: Draft!) { enterRegistrationCode(code: $code) }',
  newLink: 'mutation ($email: Draft!) { askNewLink(email: $email) }',
  save: 'mutation ($version: Int!, $answers: AnswersInput!) { saveRegistration(version: $version, answers: $answers) { version state } }',
  submit:
    'mutation ($version: Int!, $answers: AnswersInput!) { submitRegistration(version: $version, answers: $answers) { version state } }',
  decline: 'mutation ($motive: Prose) { declineInvitation(motive: $motive) }',
};

/** A browser that holds a link, and the key it was given, if any. */
export const guestOf =
  ({ app }: BackOffice, token: string, key = '') =>
  async (query: string, variables: object = {}) => {
    const headers = { 'x-registration': `${token} ${key}`.trim() };
    const response = await app.inject({
      method: 'POST',
      url: '/admin/graphql',
      headers,
      payload: { query, variables },
    });
    const { data, errors = [] } = response.json<{
      data: Record<string, never>;
      errors?: { extensions: { code: string; details?: Record<string, unknown> } }[];
    }>();
    return {
      value: data ? (Object.values(data)[0] as unknown) : null,
      refusals: errors.map(({ extensions }) => extensions.code),
      details: errors.map(({ extensions }) => extensions.details),
    };
  };

/** The secret of the link in the last mail to an address. */
export async function linkMailedTo({ sql }: BackOffice, recipient: string): Promise<string> {
  const mails = await sql<{ body: string }>(
    `select body from mail where recipient = ? and body like '%registration_token=%' order by created_at desc, id limit 1`,
    [recipient],
  );
  return /registration\?token=(\S+)/.exec(mails[0]?.body ?? '')?.[1] ?? '';
}
