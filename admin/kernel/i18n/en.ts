import english from 'ra-language-english';
import { access, partner } from './en.access.ts';
import { agenda, juryDue } from './en.agenda.ts';
import { auditing, quality } from './en.auditor.ts';
import { chair } from './en.chair.ts';
import { claim, claimEnums, provisional } from './en.claim.ts';
import { cockpit } from './en.cockpit.ts';
import { comparison } from './en.comparison.ts';
import { configuration, due } from './en.configuration.ts';
import { conflict } from './en.conflict.ts';
import { control, controlEnums } from './en.control.ts';
import { delay } from './en.delay.ts';
import { editor, form } from './en.editor.ts';
import { early, embargo, embargoEnums } from './en.embargo.ts';
import { enums } from './en.enums.ts';
import { exchanges } from './en.exchanges.ts';
import { explanation } from './en.explanation.ts';
import { fields } from './en.fields.ts';
import { imports } from './en.import.ts';
import { juror } from './en.juror.ts';
import { juryEnums } from './en.jury.ts';
import { laureate } from './en.laureate.ts';
import { mandate } from './en.mandate.ts';
import { meeting } from './en.meeting.ts';
import { nouns } from './en.nouns.ts';
import { pages } from './en.pages.ts';
import { panel } from './en.panel.ts';
import { ruleFaults } from './en.panel.words.ts';
import { planning } from './en.plan.ts';
import { refusals } from './en.refusals.ts';
import { register } from './en.register.ts';
import { registration } from './en.registration.ts';
import { releaseEnums } from './en.release.ts';
import { results } from './en.results.ts';
import { robustness } from './en.robustness.ts';
import { rooms } from './en.rooms.ts';
import { rules } from './en.rules.ts';
import { settings } from './en.settings.ts';
import { space, told } from './en.told.ts';
import { tools } from './en.tools.ts';
import { turnout } from './en.turnout.ts';
import { version } from './en.version.ts';
import { workshop } from './en.workshop.ts';
import { resourcesOf } from './resources.ts';
import type { Words } from './typeset.ts';

export const en = {
  ...(english as unknown as Words),
  ra: {
    ...(english.ra as unknown as Words),
    page: {
      ...english.ra.page,
      dashboard: 'Home',
      create: 'New %{name}',
      edit: '%{recordRepresentation}',
      show: '%{recordRepresentation}',
    },
  },
  resources: resourcesOf(nouns, fields),
  field: fields,
  noun: nouns,
  enum: { ...claimEnums, ...controlEnums, ...juryEnums, ...releaseEnums, ...embargoEnums, ...enums },
  refusal: refusals,
  fault: ruleFaults,
  form,
  room: {
    ...rooms,
    ...results,
    ...explanation,
    ...exchanges,
    ...embargo,
    ...imports,
    ...version,
    ...workshop,
    ...delay,
    ...rules,
    ...settings,
    ...editor,
    ...robustness,
    ...comparison,
    ...configuration,
    ...register,
    ...turnout,
    ...cockpit,
    ...control,
    ...access,
    ...panel,
    ...auditing,
    ...planning,
    ...mandate,
    ...conflict,
    ...laureate,
    ...agenda,
    ...told,
  },
  registration,
  ...quality,
  ...partner,
  space,
  ...{ claim, provisional },
  early,
  ...juror,
  ...meeting,
  ...chair,
  ...pages,
  home: { ...pages.home, ...due, ...juryDue },
  ...tools,
  list: { ...pages.list, ...tools.list },
  record: { ...pages.record, ...tools.record },
} satisfies Words;
