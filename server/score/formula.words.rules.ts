import type { ChannelOutcome } from './channel.rules.ts';
import type { Exclusion } from './score.rules.ts';

/** A language a formula can be written in. */
export type Language = 'FR' | 'EN';

/** The sentences of a formula in one language. Names and figures come in already written. */
export interface Wording {
  readonly overall: string;
  readonly colon: string;
  /** The mark between whole and decimals. */
  readonly mark: string;
  step(step: string, channel: string): string;
  bonusOf(channel: string): string;
  bonus(points: string): string;
  cappedAt(points: string): string;
  /** The criteria of a channel that have no value. */
  absent(criteria: readonly string[]): string;
  channel(outcome: Exclude<ChannelOutcome, 'SCORED'>, floor: string): string;
  excluded(reason: Exclusion['reason'], name: string): string;
  readonly nothing: string;
}

const french: Wording = {
  ...{ overall: 'Note globale', colon: ' : ', mark: ',' },
  step: (step, channel) => `${channel}, étape « ${step} »`,
  bonusOf: (channel) => `${channel}, bonus`,
  bonus: (points) => `+ ${points} de bonus`,
  cappedAt: (points) => `, plafonné à ${points}`,
  absent: (criteria) =>
    criteria.length === 1
      ? `sans valeur pour ${quoted(criteria)} ; les autres critères se partagent son poids`
      : `sans valeur pour ${quoted(criteria)} ; les autres critères se partagent leur poids`,
  channel: (outcome, floor) =>
    ({
      NOT_COMPARED: 'en option, hors de la note globale',
      NOT_APPLICABLE: 'sans objet pour cette structure ; les autres canaux se partagent son poids',
      RENORMALISED: 'sans note ; les autres canaux se partagent son poids',
      ZERO: `sans note ; compte pour ${floor}`,
      FLOOR: `sans note ; compte pour ${floor}, son plancher`,
      EXCLUDED: 'sans note ; la structure sort du classement',
    })[outcome],
  excluded: (reason, name) =>
    ({
      ABSENCE: `aucune, la structure sort du classement faute de valeur pour « ${name} »`,
      CHANNEL: `aucune, la structure sort du classement faute de note pour « ${name} »`,
      TOO_LITTLE_DATA: 'aucune, trop peu de la grille repose sur des constats',
    })[reason],
  nothing: 'aucune, rien n’a pu être mesuré',
};

const english: Wording = {
  ...{ overall: 'Overall score', colon: ': ', mark: '.' },
  step: (step, channel) => `${channel}, step “${step}”`,
  bonusOf: (channel) => `${channel}, bonus`,
  bonus: (points) => `+ ${points} bonus`,
  cappedAt: (points) => `, capped at ${points}`,
  absent: (criteria) =>
    criteria.length === 1
      ? `no value for ${listed(criteria)}; the other criteria share its weight`
      : `no value for ${listed(criteria)}; the other criteria share their weight`,
  channel: (outcome, floor) =>
    ({
      NOT_COMPARED: 'optional, outside the overall score',
      NOT_APPLICABLE: 'not applicable to this structure; the other channels share its weight',
      RENORMALISED: 'no score; the other channels share its weight',
      ZERO: `no score; counts as ${floor}`,
      FLOOR: `no score; counts as ${floor}, its floor`,
      EXCLUDED: 'no score; the structure leaves the ranking',
    })[outcome],
  excluded: (reason, name) =>
    ({
      ABSENCE: `none, the structure leaves the ranking without a value for “${name}”`,
      CHANNEL: `none, the structure leaves the ranking without a score for “${name}”`,
      TOO_LITTLE_DATA: 'none, too little of the grid rests on findings',
    })[reason],
  nothing: 'none, nothing could be measured',
};

const quoted = (names: readonly string[]): string => names.map((name) => `« ${name} »`).join(', ');
const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

export const wordings: Readonly<Record<Language, Wording>> = { FR: french, EN: english };

/** French as a printer sets it: fixed space before : and inside « », a narrow one before ; and no break in a figure. */
export const typeset = (text: string): string =>
  text.replace(/ ;/g, '\u202f;').replace(/ :/g, '\u00a0:').replace(/« /g, '«\u00a0').replace(/ »/g, '\u00a0»');
