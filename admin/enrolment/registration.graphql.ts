import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** The form of one enrolment, and the links to it. */
export const RegistrationOf = graphql(`
  query RegistrationOf($id: ID!) {
    registrationOf(enrolmentId: $id) {
      id savedAt submittedAt submittedBy returnedMotive
      answers { tier reception contacts { name role email phone } certifications { name until } }
      accepted { code text revision by at }
      remarks { field known said accepted by }
    }
    invitations(enrolmentId: $id, sort: "sentAt", order: DESC) {
      items { id recipient sentAt expiresAt openedAt revokedAt reminders remindedOn }
    }
  }
`);
export type Registration = NonNullable<ResultOf<typeof RegistrationOf>['registrationOf']>;

export const Invitations = graphql(`
  query Invitations($editionId: ID!, $page: Int!, $perPage: Int!) {
    invitations(editionId: $editionId, page: $page, perPage: $perPage, sort: "sentAt", order: DESC) {
      total
      items {
        id recipient sentAt expiresAt openedAt revokedAt reminders remindedOn
        enrolment { id state structure { id name } }
      }
    }
  }
`);
export type Invitation = ResultOf<typeof Invitations>['invitations']['items'][number];

export const Reminders = graphql(`
  query Reminders($editionId: ID!) {
    reminderPreview(editionId: $editionId) { id recipient enrolment { id structure { name } } }
  }
`);
export const SendReminders = graphql(
  `mutation SendReminders($editionId: ID!, $ids: [ID!]!) { sendReminders(editionId: $editionId, ids: $ids) }`,
);
export const Resend = graphql(
  `mutation Resend($id: ID!, $email: EmailAddress) { resendInvitation(enrolmentId: $id, email: $email) { id } }`,
);
export const Revoke = graphql(`mutation Revoke($id: ID!) { revokeInvitation(id: $id) { id } }`);
export const Confirm = graphql(`
  mutation ConfirmEnrolments($ids: [ID!]!, $motive: Prose) {
    confirmEnrolments(ids: $ids, motive: $motive) { moved { id } refused { reason } }
  }
`);
export const Withdraw = graphql(`
  mutation WithdrawEnrolments($ids: [ID!]!, $motive: Prose!) {
    withdrawEnrolments(ids: $ids, motive: $motive) { moved { id } refused { reason } }
  }
`);
export const SendBack = graphql(
  `mutation ReturnRegistration($id: ID!, $motive: Prose!) { returnRegistration(enrolmentId: $id, motive: $motive) { id } }`,
);
export const Settle = graphql(`
  mutation SettleRemark($id: ID!, $field: Code!, $accepted: Boolean!) {
    settleRemark(enrolmentId: $id, field: $field, accepted: $accepted) { id }
  }
`);

export const EnrolPreview = graphql(`
  query EnrolPreview($editionId: ID!, $selection: StructureSelection!, $invite: Boolean!) {
    enrolPreview(editionId: $editionId, selection: $selection, invite: $invite) {
      verdict count structures { id name departmentCode }
    }
  }
`);
export type EnrolGroup = ResultOf<typeof EnrolPreview>['enrolPreview'][number];
export const EnrolStructures = graphql(`
  mutation EnrolStructures($editionId: ID!, $selection: StructureSelection!, $expected: Int!, $input: EnrolmentInput!) {
    enrolStructures(editionId: $editionId, selection: $selection, expected: $expected, input: $input)
  }
`);
export const InviteStructures = graphql(`
  mutation InviteStructures($editionId: ID!, $selection: StructureSelection!, $expected: Int!, $expiresOn: LocalDate) {
    inviteStructures(editionId: $editionId, selection: $selection, expected: $expected, expiresOn: $expiresOn)
  }
`);

export const FormTexts = graphql(`
  query FormTexts($editionId: ID!) {
    registrationForm(editionId: $editionId) {
      version revision replyTo conditions { code text } partners { code name purpose }
    }
  }
`);
export type Texts = ResultOf<typeof FormTexts>['registrationForm'];
export const UpdateTexts = graphql(`
  mutation UpdateTexts($editionId: ID!, $version: Int!, $input: RegistrationFormInput!) {
    updateRegistrationForm(editionId: $editionId, version: $version, input: $input) { version }
  }
`);
