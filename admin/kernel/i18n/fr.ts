import french from 'ra-language-french';
import { access, partner } from './fr.access.ts';
import { agenda, juryDue } from './fr.agenda.ts';
import { auditing, quality } from './fr.auditor.ts';
import { chair } from './fr.chair.ts';
import { claim, claimEnums, provisional } from './fr.claim.ts';
import { cockpit } from './fr.cockpit.ts';
import { comparison } from './fr.comparison.ts';
import { configuration, due } from './fr.configuration.ts';
import { conflict } from './fr.conflict.ts';
import { control, controlEnums } from './fr.control.ts';
import { delay } from './fr.delay.ts';
import { editor, form } from './fr.editor.ts';
import { early, embargo, embargoEnums } from './fr.embargo.ts';
import { enums } from './fr.enums.ts';
import { exchanges } from './fr.exchanges.ts';
import { explanation } from './fr.explanation.ts';
import { fields } from './fr.fields.ts';
import { imports } from './fr.import.ts';
import { juror } from './fr.juror.ts';
import { juryEnums } from './fr.jury.ts';
import { laureate } from './fr.laureate.ts';
import { mandate } from './fr.mandate.ts';
import { meeting } from './fr.meeting.ts';
import { nouns } from './fr.nouns.ts';
import { pages } from './fr.pages.ts';
import { panel } from './fr.panel.ts';
import { ruleFaults } from './fr.panel.words.ts';
import { planning } from './fr.plan.ts';
import { refusals } from './fr.refusals.ts';
import { register } from './fr.register.ts';
import { registration } from './fr.registration.ts';
import { releaseEnums } from './fr.release.ts';
import { results } from './fr.results.ts';
import { robustness } from './fr.robustness.ts';
import { rooms } from './fr.rooms.ts';
import { rules } from './fr.rules.ts';
import { settings } from './fr.settings.ts';
import { space, told } from './fr.told.ts';
import { tools } from './fr.tools.ts';
import { turnout } from './fr.turnout.ts';
import { version } from './fr.version.ts';
import { workshop } from './fr.workshop.ts';
import { resourcesOf } from './resources.ts';
import { typesetAll, type Words } from './typeset.ts';

/** French: react-admin's own sentences, put into the words of the house, then ours. */
export const fr = typesetAll({
  ...(french as unknown as Words),
  ra: {
    ...(french.ra as unknown as Words),
    action: {
      ...french.ra.action,
      bulk_actions: '%{smart_count} sélectionné |||| %{smart_count} sélectionnés',
      edit: 'Modifier',
      show: 'Ouvrir',
      create: 'Créer',
      select_columns: 'Colonnes',
    },
    page: {
      ...french.ra.page,
      dashboard: 'Accueil',
      create: '%{name} : création',
      edit: '%{recordRepresentation}',
      show: '%{recordRepresentation}',
      list: '%{name}',
    },
    message: { ...french.ra.message, invalid_form: 'La saisie comporte des erreurs' },
    validation: {
      ...french.ra.validation,
      required: 'Ce champ est obligatoire',
      email: 'Cette adresse électronique est incomplète',
    },
    notification: {
      ...french.ra.notification,
      updated: 'Modification enregistrée |||| %{smart_count} modifications enregistrées',
      created: 'Fiche créée',
      deleted: 'Fiche supprimée |||| %{smart_count} fiches supprimées',
      item_doesnt_exist: 'Cette fiche n’existe pas, ou vous n’y avez pas accès',
      http_error: 'Le serveur ne répond pas',
    },
    navigation: { ...french.ra.navigation, page_range_info: '%{offsetBegin}–%{offsetEnd} sur %{total}' },
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
});
