import { registerEnumType } from 'type-graphql';

/** The kinds of body that receive the public. Categories are rules over them, structures have one each. */
export enum StructureKind {
  COMMUNE = 'COMMUNE',
  INTERCOMMUNALITY = 'INTERCOMMUNALITY',
  DEPARTMENT = 'DEPARTMENT',
  REGION = 'REGION',
  FRANCE_SERVICES = 'FRANCE_SERVICES',
  SOCIAL_SERVICE = 'SOCIAL_SERVICE',
  DEVELOPMENT_SERVICE = 'DEVELOPMENT_SERVICE',
  EDUCATION_CULTURE_SERVICE = 'EDUCATION_CULTURE_SERVICE',
  OTHER = 'OTHER',
}
registerEnumType(StructureKind, { name: 'StructureKind', description: 'The kinds of body that receive the public.' });

/** The six ways to reach a public service. */
export enum ChannelCode {
  RECEPTION = 'RECEPTION',
  PHONE = 'PHONE',
  EMAIL = 'EMAIL',
  LETTER = 'LETTER',
  WEBSITE = 'WEBSITE',
  SOCIAL = 'SOCIAL',
}
registerEnumType(ChannelCode, {
  name: 'ChannelCode',
  description: 'The six ways to reach a public service.',
  valuesConfig: {
    RECEPTION: { description: 'At the counter; an option that only some structures take.' },
    SOCIAL: { description: 'Private messages on social networks.' },
  },
});

/** What someone may send to show what they saw. */
export enum EvidenceKind {
  PHOTO = 'PHOTO',
  CAPTURE = 'CAPTURE',
  DOCUMENT = 'DOCUMENT',
  MESSAGE = 'MESSAGE',
  RECORDING = 'RECORDING',
}
registerEnumType(EvidenceKind, {
  name: 'TestEvidenceKind',
  description: 'What someone may send to show what they saw.',
  valuesConfig: {
    CAPTURE: { description: 'What a screen showed.' },
    DOCUMENT: { description: 'A letter or a form, photographed or as a PDF.' },
    MESSAGE: { description: 'An answer as plain text, as a capture or as a PDF.' },
    RECORDING: {
      description: 'Sound; taken only where an installation says how long it keeps it, half a year at most.',
    },
  },
});
