import Fraction from 'fraction.js';
import type { ChannelRule, ChannelScore } from './channel.rules.ts';
import { type Decimal, HUNDRED, rounded, sum, ZERO } from './exact.rules.ts';
import { type Language, typeset, type Wording, wordings } from './formula.words.rules.ts';
import type { Rules, StructureScore } from './score.rules.ts';

/** What channels, steps and criteria are called, by their codes. */
export interface Names {
  channel(code: string): string;
  step(code: string): string;
  criterion(code: string): string;
}

export interface FormulaOptions {
  readonly names: Names;
  /** French when left out. */
  readonly language?: Language;
  /** Whether criteria may be told; without them, a channel is its score alone. */
  readonly detailed?: boolean;
}

/**
 * The formula of a score with its values, a line for each step of the arithmetic, channel by channel, then overall:
 *
 *     Téléphone = (2 × 80,00 + 1 × 50,00) ÷ 3 = 70,00
 *
 * Weights stand as the grid has them; scores are on 100, rounded to 2 decimals, with ≈ in place of = wherever what is
 * written is not exact. Criteria and channels without a score are named, with what becomes of their weight.
 */
export function formulaOf(
  rules: Rules,
  structure: StructureScore,
  { names, language = 'FR', detailed = true }: FormulaOptions,
): string[] {
  const writer: Writer = { words: wordings[language], names, detailed };
  const lines = [
    ...rules.channels.flatMap((rule, i) => channelLines(rules, rule, structure.channels[i] as ChannelScore, writer)),
    overallLine(rules, structure, writer),
  ];
  return language === 'FR' ? lines.map(typeset) : lines;
}

interface Writer {
  readonly words: Wording;
  readonly names: Names;
  readonly detailed: boolean;
}

/** One value of a weighted mean. */
interface Term {
  readonly weight: Decimal;
  readonly value: Fraction;
}

function channelLines(rules: Rules, rule: ChannelRule, channel: ChannelScore, writer: Writer): string[] {
  const { words, names, detailed } = writer;
  const name = names.channel(rule.code);
  if (channel.outcome !== 'SCORED' && channel.outcome !== 'NOT_COMPARED')
    return [`${name}${words.colon}${words.channel(channel.outcome, shown(channel.counted ?? ZERO, words))}`];
  if (channel.score === null) return [`${name}${words.colon}${words.channel('NOT_COMPARED', '')}`];
  const absent = rule.criteria.filter(({ weight }, i) => !channel.criteria[i]?.score && Number(weight) > 0);
  const apart = channel.outcome === 'NOT_COMPARED' ? ` (${words.channel('NOT_COMPARED', '')})` : '';
  if (!detailed) return [`${name} ${sign(channel.score)} ${shown(channel.score, words)}${apart}`];
  return [
    ...scoreLines(rules, rule, channel, writer).map((line, i, all) => (i === all.length - 1 ? line + apart : line)),
    ...(absent.length > 0
      ? [`${name}${words.colon}${words.absent(absent.map((each) => names.criterion(each.code)))}`]
      : []),
  ];
}

/** The steps of a channel when they weigh, its bonus when it has some, then the channel. */
function scoreLines(rules: Rules, rule: ChannelRule, channel: ChannelScore, { words, names }: Writer): string[] {
  const name = names.channel(rule.code);
  const found = rule.criteria.flatMap((criterion, i) => {
    const value = channel.criteria[i]?.score;
    return value && Number(criterion.weight) > 0 ? [{ ...criterion, value }] : [];
  });
  const plain = found.filter(({ bonus }) => !bonus);
  const extra = found.filter(({ bonus }) => bonus);
  const steps = (rules.steps ?? []).flatMap(({ code, weight }) => {
    const own = plain.filter(({ step }) => step === code);
    return weight != null && own.length > 0 ? [{ code, weight, own, value: meanOf(own) }] : [];
  });
  const raw = channel.bonus.add(channel.capped);
  const possible = sum(plain.map(({ weight }) => new Fraction(weight)));
  const bonus = [
    ...(extra.length > 0 ? [words.bonus(shown(raw, words))] : []),
    ...(channel.capped.gt(ZERO) ? [words.cappedAt(shown(channel.bonus, words))] : []),
  ].join('');
  return [
    ...steps.map(({ code, own }) => line(words.step(names.step(code), name), own, words)),
    ...(extra.length > 0 ? [equation(words.bonusOf(name), product(extra, possible, words), raw, extra, words)] : []),
    line(name, steps.length > 0 ? steps : plain, words, { bonus, score: channel.score ?? ZERO, rounded: raw }),
  ];
}

function overallLine(
  { channels: rules }: Rules,
  { score, channels, exclusion }: StructureScore,
  writer: Writer,
): string {
  const { words, names } = writer;
  if (score === null) {
    const code = exclusion && 'code' in exclusion ? exclusion.code : '';
    const name = exclusion?.reason === 'CHANNEL' ? names.channel(code) : code && names.criterion(code);
    return `${words.overall}${words.colon}${exclusion ? words.excluded(exclusion.reason, name) : words.nothing}`;
  }
  const terms = rules.flatMap(({ weight }, i) => {
    const value = channels[i]?.counted;
    return value ? [{ weight, value }] : [];
  });
  return line(words.overall, terms, words);
}

/** A weighted mean, with what is added to it. */
function line(
  name: string,
  terms: readonly Term[],
  words: Wording,
  added?: { readonly bonus: string; readonly score: Fraction; readonly rounded: Fraction },
): string {
  const divided = product(terms, sum(terms.map(({ weight }) => new Fraction(weight))), words);
  if (!added?.bonus) return equation(name, divided, meanOf(terms), terms, words);
  const written = [...terms, { weight: '1', value: added.rounded }];
  return equation(name, `${divided} ${added.bonus}`, added.score, written, words);
}

const equation = (name: string, text: string, value: Fraction, terms: readonly Term[], words: Wording): string =>
  `${name} ${terms.every((term) => isShort(term.value)) ? '=' : '≈'} ${text} ${sign(value)} ${shown(value, words)}`;

const product = (terms: readonly Term[], total: Fraction, words: Wording): string =>
  `(${terms.map(({ weight, value }) => `${written(weight, words)} × ${shown(value, words)}`).join(' + ')}) ÷ ${written(total.toString(20), words)}`;

const meanOf = (terms: readonly Term[]): Fraction =>
  sum(terms.map(({ weight, value }) => value.mul(weight))).div(sum(terms.map(({ weight }) => new Fraction(weight))));

const shown = (value: Fraction, { mark }: Wording): string => rounded(value, 2).replace('.', mark);
const written = (weight: Decimal, { mark }: Wording): string => weight.replace('.', mark);
const sign = (value: Fraction): string => (isShort(value) ? '=' : '≈');

/** Whether two decimals say it all. */
const isShort = (value: Fraction): boolean => value.mul(HUNDRED).d === 1n;
