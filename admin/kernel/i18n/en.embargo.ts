import type { embargo as fr, early as frEarly, embargoEnums as frEnums } from './fr.embargo.ts';
import type { Translated } from './typeset.ts';

export const embargo: Translated<typeof fr> = {
  embargo: {
    one: 'Readings under embargo',
    title: 'Readings under embargo %{year}',
    open: 'Version %{version} waits for its release, %{at} (Paris time). Links open until then.',
    closed: 'No release is scheduled: links open nothing for now.',
    accesses: '%{smart_count} person may read |||| %{smart_count} people may read',
    nobody: 'Name those who may read the palmarès before all others: journalists, offices, partners.',
    grant: 'Name someone',
    grantAsk: 'Let someone read under embargo?',
    grantMore:
      'They receive a personal link. It opens the version to come, once it is scheduled, until its release. Each reading is written into the register, and each page bears their name.',
    grantSend: 'Name them and send the link',
    granted: 'The link was sent to %{email}',
    field: { name: 'Name', body: 'Organisation', email: 'E-mail address', from: 'From' },
    bodyHelp: 'Newspaper, agency, ministry, local authority',
    fromHelp: 'Paris time. The link opens nothing before.',
    print: 'Register as PDF',
    who: 'Person',
    address: 'Address',
    version: 'Version',
    from: 'From',
    readCount: 'Readings',
    revoke: 'Withdraw',
    revokeOf: 'Withdraw the access of %{name}',
    revoked: 'Withdrawn',
    revokeAsk: 'Withdraw the access of %{name}?',
    revokeMore: 'Their link opens nothing any more, at once. What was read stays in the register.',
    revokeDone: 'The access of %{name} is withdrawn',
    reads: '%{smart_count} reading |||| %{smart_count} readings',
    noRead: 'Nobody has read under embargo yet.',
    at: 'When, Paris time',
    reader: 'Who',
    what: 'What',
    origin: 'From where',
  },
};

export const early: Translated<typeof frEarly> = {
  title: 'Palmarès under embargo',
  welcome: '%{name}, %{body}: you may read this palmarès before its release.',
  until: 'Publish nothing before %{at}, Paris time.',
  personal: 'This link is yours alone: do not pass it on.',
  logged: 'Each reading is written into a register, and each page bears your name and the time.',
  read: 'Read under embargo',
  download: 'Download as PDF',
  shut: {
    NOT_YET: 'This link opens %{at}, Paris time.',
    CLOSED: 'No release is scheduled for now: there is nothing to read. Come back later.',
    REVOKED: 'This access was withdrawn.',
    PUBLISHED: 'The palmarès is public: everyone may read it.',
  },
  privacy:
    'We keep your name, your organisation, your e-mail address, and the time and network address of each reading.',
};

export const embargoEnums: Translated<typeof frEnums> = {
  EarlyMeans: { PAGE: 'Page', PDF: 'Document', API: 'Token' },
};
