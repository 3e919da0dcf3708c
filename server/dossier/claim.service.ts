import type { EntityManager } from '@mikro-orm/postgresql';
import { toldClaims } from '../claim/own.service.ts';
import type { Candidate } from '../jury/candidate.ts';
import { identifiersIn } from '../privacy/privacy.rules.ts';
import type { FileClaim } from './file.ts';
import type { FileField } from './giveaway.rules.ts';

/**
 * What a candidate contested and was answered: all but drafts and what it withdrew. What may identify a person is cut
 * out, also where the structure is named: a jury judges a structure, not its agents. Files it showed stay with its judges.
 */
export async function claimsIn(em: EntityManager, { enrolment }: Candidate): Promise<FileClaim[]> {
  const claims = await toldClaims(em, enrolment.id);
  return claims.flatMap(({ reply, points, provisional }) =>
    points.getItems().map(({ criterion: of, statement, verdict, reason }): FileClaim => {
      const { code, label, channel } = of.getEntity();
      const shown = provisional.getProperty('shown').channels.flatMap(({ criteria }) => criteria);
      return {
        ...{ subject: `${channel.getProperty('label')} : ${label}`, verdict, statement: impersonal(statement) },
        ...{ reason: reason && impersonal(reason), reply: reply && impersonal(reply) },
        observations: shown.find((each) => each.code === code)?.observations ?? [],
      };
    }),
  );
}

/** A text with a sign in the place of whatever may identify a person. */
const impersonal = (text: string): string =>
  identifiersIn(text)
    .toReversed()
    .reduce((said, { start, end }) => `${said.slice(0, start)}[…]${said.slice(end)}`, text);

/** The same as jurors read it while a code stands for the structure: each text passes through what hides it. */
export async function hiddenClaims(
  claims: readonly FileClaim[],
  hide: (text: string) => Promise<string>,
): Promise<FileClaim[]> {
  const maybe = async (text: string | null) => text && hide(text);
  return Promise.all(
    claims.map(async ({ statement, reason, reply, ...claim }) => ({
      ...{ ...claim, statement: await hide(statement) },
      ...{ reason: await maybe(reason), reply: await maybe(reply) },
    })),
  );
}

/** The texts of claims in which something may give the structure away. */
export const fieldsOfClaims = (claims: readonly FileClaim[]): FileField[] =>
  claims.flatMap(({ statement, reason, reply }) =>
    [statement, reason, reply].flatMap((text) => (text ? [{ code: 'claim', text }] : [])),
  );
