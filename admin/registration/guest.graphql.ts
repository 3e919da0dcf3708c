import { doing } from '../kernel/api.ts';
import { graphql, type ResultOf, type TadaDocumentNode, type VariablesOf } from '../kernel/graphql.ts';
import type { Link } from './link.ts';

/** Asks in the name of a personal link; nobody needs to be signed in. */
export const asGuest = async <Result, Variables>(
  { token, key }: Link,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> =>
  (await doing(document, variables, undefined, { 'x-registration': key ? `${token} ${key}` : token })).data;

export const DoorstepOf = graphql(`
  query Doorstep {
    doorstep { status mine begun year label structure registrationFrom registrationTo replyTo }
  }
`);
export type Doorstep = ResultOf<typeof DoorstepOf>['doorstep'];

export const GuestFormRow = graphql(`
  fragment GuestFormRow on GuestForm @_unmask {
    version state returnedMotive savedAt submittedAt
    structure { name kind siren departmentCode population populationYear }
    conditions { code text }
    partners { code name purpose }
    answers {
      name siren remark tier reception consents accepted
      contacts { name role email phone }
      certifications { name until }
    }
  }
`);
export type GuestForm = ResultOf<typeof GuestFormRow>;

export const FormOf = graphql(`query GuestForm { guestForm { ...GuestFormRow } }`, [GuestFormRow]);
export const Begin = graphql(`mutation BeginRegistration { beginRegistration }`);
export const AskCode = graphql(`mutation AskRegistrationCode($email: Draft!) { askRegistrationCode(email: $email) }`);
export const EnterCode = graphql(
  `mutation EnterRegistrationCode($code: Draft!) { enterRegistrationCode(code: $code) }`,
);
export const AskNewLink = graphql(`mutation AskNewLink($email: Draft!) { askNewLink(email: $email) }`);
export const Save = graphql(
  `mutation SaveRegistration($version: Int!, $answers: AnswersInput!) {
    saveRegistration(version: $version, answers: $answers) { ...GuestFormRow }
  }`,
  [GuestFormRow],
);
export const Submit = graphql(
  `mutation SubmitRegistration($version: Int!, $answers: AnswersInput!) {
    submitRegistration(version: $version, answers: $answers) { ...GuestFormRow }
  }`,
  [GuestFormRow],
);
export const Decline = graphql(`mutation DeclineInvitation($motive: Prose) { declineInvitation(motive: $motive) }`);

export type Answers = GuestForm['answers'];

/** What is sent of what is typed. */
export const inputOf = (answers: Answers): VariablesOf<typeof Save>['answers'] => ({
  ...answers,
  contacts: answers.contacts.map((each) => ({ ...each })),
  certifications: answers.certifications.map((each) => ({ ...each, until: each.until || null })),
});
