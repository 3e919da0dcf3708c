import type {
  laureate as french,
  laureateEnums as frenchEnums,
  laureateFields as frenchFields,
  laureateRefusals as frenchRefusals,
} from './fr.laureate.ts';
import type { Translated } from './typeset.ts';

export const laureate: Translated<typeof french> = {
  licence: {
    add: 'Add a right of use',
    empty: 'No right of use in this edition',
    emptyMore:
      'Say what laureates may write and show, and until when: a wording, a logo. They count on it from publication on.',
    closed: 'The edition is published: what was promised to laureates no longer changes.',
    labelHelp: 'Such as “Logo of the trophy, in colour”.',
    wordingHelp:
      'To the letter. Between braces, what differs from one laureate to another: {laureate}, {award}, {edition}, {year}, {ordinal}.',
    wordingHelpMention:
      'To the letter. Between braces, what differs from one laureate to another: {laureate}, {mention}, {award}, {edition}, {year}, {ordinal}.',
    term: 'Term',
    untilHelp: 'Empty: without an end.',
    fromTo: 'from %{from} to %{to}',
    from: 'from %{from} on',
    noLogo: 'No file: the wording alone.',
    chooseLogo: 'Choose a file',
    changeLogo: 'Choose another file',
    dropLogo: 'Take the file away',
    logoHelp: 'A PNG or a PDF, given to laureates as it is.',
    sending: 'Sending the file',
  },
  laureate: {
    empty: 'No laureate in this edition',
    emptyMore: 'Laureates appear here as soon as trophies are decided.',
    all: 'All',
    toHandOver: 'To hand over',
    handed: 'Handed over',
    handedOn: 'Handed over on %{day}',
    handOver: 'Hand over',
    handOverTo: 'Hand “%{award}” over to %{name}',
    correct: 'Correct',
    correctOf: 'Correct when “%{award}” was handed over to %{name}',
    ask: 'Handing “%{award}” over to %{name}',
    action: 'Record the day',
    emptied: 'Empty: the trophy was not handed over.',
    done: 'Day recorded',
    diploma: 'Diploma',
    usages: 'Rights of use',
    usagesOf: 'What %{name} may write and show',
    noUsage: 'Nothing is provided for this award.',
    copy: 'Copy the wording',
    copied: 'Wording copied',
    bulk: {
      button: 'Mark handed over',
      title: 'Mark %{count} trophy handed over? |||| Mark %{count} trophies handed over?',
      more: 'Those handed over already keep their day.',
      action: 'Mark %{count} trophy handed over |||| Mark %{count} trophies handed over',
      done: '%{count} trophy marked handed over. |||| %{count} trophies marked handed over.',
    },
  },
};

export const laureateEnums: Translated<typeof frenchEnums> = {
  LicenceScope: { TROPHY: 'Trophy', PRIZE: 'Special prize', MENTION: 'Mention' },
  LicenceTerm: { COMING: 'To come', RUNNING: 'Running', OVER: 'Over' },
};

export const laureateFields: Translated<typeof frenchFields> = {
  handedOn: 'Handed over on',
  mention: 'Mention',
  scope: 'For laureates of a',
  wording: 'What may be written',
  fromOn: 'First day',
  untilOn: 'Last day',
  logo: 'Logo',
  logoId: 'Logo',
};

export const laureateRefusals: Translated<typeof frenchRefusals> = {
  HAND_OVER_CLOSED: 'A trophy is handed over from embargo on, once it is decided.',
  HAND_OVER_NOTHING: 'Nothing is handed over for this place.',
};
