import type { EntityManager } from '@mikro-orm/postgresql';
import { Category } from '../edition/category.ts';
import { type Edition, Provenance } from '../edition/edition.ts';
import { scoreSheetOf } from '../explanation/sheet.service.ts';
import type { CriterionGap, ScoreSheet } from '../explanation/sheet.ts';
import type { Criterion } from '../grid/criterion.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { rankingsOf } from '../ranking/ranking.service.ts';
import type { RankingLine } from '../ranking/ranking.ts';
import type { Robustness } from '../ranking/robustness.ts';
import { latestRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { dayOf, decimalOf, ordinalOf, outcomeWords, rankSpanOf, stepsOf, tenthOf } from './french.rules.ts';
import { pdfOf } from './typst.ts';

/** A document, with the name it is saved under. */
export interface Report {
  readonly name: string;
  readonly content: Buffer;
}

/** The score sheet of one structure as a document: what `scoreSheet` tells this reader, and nothing else. */
export async function scoreSheetReport(em: EntityManager, actor: Actor, enrolmentId: string): Promise<Report> {
  const sheet = await scoreSheetOf(em, actor, enrolmentId);
  const { edition, structure, category } = sheet.enrolment;
  const [held, of, among] = [await edition.loadOrFail(), await structure.loadOrFail(), await category.loadOrFail()];
  const run = (await latestRun(em, held.id)) as ScoreRun;
  const data = {
    ...headOf(held, `Relevé de note : ${of.name}`, among.label, run),
    ...scoreWords(sheet),
    sentences: surenessOf(sheet.robustness),
    chartAlt: `De 0 à la note globale, ce que chaque canal apporte ; le tableau qui suit donne les mêmes chiffres.`,
    steps: stepsOf(
      sheet.channels.flatMap(({ channel, part }) =>
        part && Number(part.value) !== 0
          ? [{ label: channel.label, value: Number(part.value), words: decimalOf(part.value) }]
          : [],
      ),
      { label: 'Note globale', value: Number(sheet.score ?? 0), words: decimalOf(sheet.score) },
    ),
    channels: sheet.channels.map(({ channel, score, mean, part, outcome }) => ({
      ...{ label: channel.label, score: decimalOf(score), mean: decimalOf(mean) },
      ...{
        part: part && Number(part.value) !== 0 ? decimalOf(part.value) : '–',
        outcome: outcomeWords[outcome ?? 'SCORED'],
      },
    })),
    formula: sheet.formulaIn('FR'),
    criteria: sheet.channels.flatMap(({ channel, criteria }) =>
      criteria.map(({ criterion, score, base }) => ({
        ...{ label: `${channel.label} : ${criterion.label}`, base: String(base) },
        ...{ score: decimalOf(score), value: score === null ? null : Number(score) },
      })),
    ),
    strengths: sheet.strengths.map((gap) => gapOf(sheet, gap)),
    weaknesses: sheet.weaknesses.map((gap) => gapOf(sheet, gap)),
    ...gainOf(sheet),
    verification: verificationOf(run, sheet.exact),
  };
  return { name: `releve-${of.reference}-${held.year}.pdf`, content: pdfOf('report/score-sheet', data, run.createdAt) };
}

/** The ranking of one category as a document, in the order of the list. */
export async function rankingReport(em: EntityManager, categoryId: string): Promise<Report> {
  const category = await em.findOne(Category, { id: categoryId }, { populate: ['edition'] });
  if (!category) throw new Refusal('NOT_FOUND');
  const edition = category.edition.getEntity();
  const run = await latestRun(em, edition.id);
  const [ranking] = await rankingsOf(em, edition.id, categoryId);
  if (!run || !ranking) throw new Refusal('NO_SCORES');
  const data = {
    ...headOf(edition, `Classement : ${category.label}`, `${ranking.structureCount} structures classées`, run),
    sentences: [
      `Moyenne de la catégorie : ${decimalOf(ranking.mean)} sur 100, sur ${ranking.structureCount} structures.`,
    ],
    mean: ranking.mean === null ? null : Number(ranking.mean),
    lines: ranking.lines.map(lineOf),
    notes: [
      'Le rang porte sur la note exacte, jamais sur la note arrondie ; les ex æquo partagent leur rang et le suivant est sauté (1, 2, 2, 4).',
      'L’intervalle de la note et celui du rang disent, 90 fois sur 100, où ils se trouveraient si les tests étaient tombés autrement. Ils n’entrent dans aucune note officielle.',
      ...verificationOf(run, null),
    ],
  };
  return {
    name: `classement-${category.code}-${edition.year}.pdf`,
    content: pdfOf('report/ranking', data, run.createdAt),
  };
}

export const headOf = (edition: Edition, title: string, subtitle: string, run: ScoreRun) => ({
  ...{ title, subtitle, overline: `${edition.label} · ${edition.ordinal}ᵉ édition, ${edition.year}` },
  footer: `Calcul nº ${run.number} du ${dayOf(run.createdAt)} · moteur ${run.engine}`,
  simulated:
    edition.provenance === Provenance.SIMULATED
      ? 'Données simulées pour la démonstration : aucune de ces notes n’a été mesurée.'
      : null,
});

export const scoreWords = ({ score, rank, field, mean }: ScoreSheet) => ({
  ...{ score: decimalOf(score), scoreWords: 'sur 100' },
  ...{
    rank: rank === null ? '–' : ordinalOf(rank),
    rankWords: rank === null ? 'non classée' : `sur ${field} classées`,
  },
  ...{ mean: decimalOf(mean), meanWords: 'moyenne de la catégorie' },
});

/** How sure the score and the rank are, in plain words. */
export function surenessOf(robustness: Robustness | null): string[] {
  const { scoreLow, scoreHigh, rankLow, rankHigh, weightRankLow, weightRankHigh } = robustness ?? {};
  const measured =
    scoreLow == null || scoreHigh == null || rankLow == null || rankHigh == null
      ? []
      : [
          `Si les tests étaient tombés autrement, la note se trouverait 90 fois sur 100 entre ${tenthOf(scoreLow)} et ${tenthOf(scoreHigh)}, et le rang ${rankLow === rankHigh ? 'resterait' : 'irait de'} ${rankSpanOf(rankLow, rankHigh)}.`,
        ];
  const weighed =
    weightRankLow == null || weightRankHigh == null
      ? []
      : [
          `Si chaque poids bougeait d’un dixième au plus, le rang ${weightRankLow === weightRankHigh ? 'resterait' : 'irait de'} ${rankSpanOf(weightRankLow, weightRankHigh)}.`,
        ];
  return [...measured, ...weighed];
}

/** Criteria of several channels bear the same words: the channel comes first. */
const named = ({ channels }: ScoreSheet, { label, channel }: Criterion): string =>
  `${channels.find((each) => each.channel.id === channel.id)?.channel.label ?? ''} : ${label}`;

export const gapOf = (sheet: ScoreSheet, { criterion, score, mean, gap, structureCount }: CriterionGap) => ({
  ...{ label: named(sheet, criterion), score: decimalOf(score), mean: decimalOf(mean), base: String(structureCount) },
  gap: gap.startsWith('-') ? decimalOf(gap) : `+${decimalOf(gap)}`,
});

export const gainOf = (sheet: ScoreSheet, { criteria, gap, rankAfter } = sheet.toGainOnePlace) => ({
  gainWords: `Il manque ${pointsOf(gap)}. Porter ces critères au maximum mènerait au rang ${rankAfter === null ? '–' : ordinalOf(rankAfter)}, les autres structures restant où elles sont :`,
  gain: criteria.map(
    ({ criterion, score, gain }) =>
      `${named(sheet, criterion)} : ${decimalOf(score)} sur 100 aujourd’hui, ${pointsOf(gain.value)} à gagner.`,
  ),
});

/** "1,99 point", "2,00 points". */
export const pointsOf = (text: string | null): string => `${decimalOf(text)} ${Number(text) < 2 ? 'point' : 'points'}`;

export const verificationOf = (run: ScoreRun, exact: string | null): string[] => [
  ...(exact ? [`Note exacte : ${exact}. Elle n’est arrondie qu’une fois, à deux décimales.`] : []),
  `Empreinte de ce qui a été compté (SHA-256) : ${run.inputsHash}.`,
  'Le certificat de la note contient les réponses, les poids et chaque valeur intermédiaire, signés. Le vérificateur, un seul fichier sans réseau, se télécharge à l’adresse /verify.mjs du service : node verify.mjs certificat.json.',
];

const lineOf = ({ rank, score, enrolment, robustness }: RankingLine) => ({
  ...{ rank: rank === null ? '–' : String(rank), name: enrolment.structure.getProperty('name') },
  ...{ score: decimalOf(score), value: score === null ? null : Number(score) },
  scoreInterval:
    robustness?.scoreLow == null || robustness.scoreHigh == null
      ? '–'
      : `${tenthOf(robustness.scoreLow)} à ${tenthOf(robustness.scoreHigh)}`,
  rankInterval:
    robustness?.rankLow == null || robustness.rankHigh == null
      ? '–'
      : rankSpanOf(robustness.rankLow, robustness.rankHigh),
});
