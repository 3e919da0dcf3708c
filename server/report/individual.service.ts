import type { EntityManager } from '@mikro-orm/postgresql';
import { toldClaims } from '../claim/own.service.ts';
import { evolutionThrough } from '../comparison/evolution.service.ts';
import type { EvolutionPoint } from '../comparison/evolution.ts';
import { type Edition, EditionPhase } from '../edition/edition.ts';
import { type Enrolment, Tier } from '../enrolment/enrolment.ts';
import { structureSheetOf } from '../explanation/sheet.service.ts';
import type { ChannelLine, ScoreSheet } from '../explanation/sheet.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { counted, dayOf, decimalOf, ordinalOf, outcomeWords } from './french.rules.ts';
import {
  gainOf,
  gapOf,
  headOf,
  pointsOf,
  type Report,
  scoreWords,
  surenessOf,
  verificationOf,
} from './report.service.ts';
import { pdfOf } from './typst.ts';

/**
 * What one structure receives of an edition: its scores channel by channel beside its category, how sure they are, what
 * would gain a place, and how they moved. As its tier tells it; no other structure's name, no hour, no auditor.
 */
export async function individualReport(em: EntityManager, run: ScoreRun, enrolmentId: string): Promise<Report> {
  const sheet = await structureSheetOf(em, enrolmentId);
  const { enrolment } = sheet;
  const [edition, structure, category] = [
    await enrolment.edition.loadOrFail(),
    await enrolment.structure.loadOrFail(),
    await enrolment.category.loadOrFail(),
  ];
  const detailed = enrolment.tier === Tier.PAID;
  const data = {
    ...headOf(edition, structure.name, category.label, run),
    ...{ kindWords: `Rapport individuel ${edition.year}`, ...scoreWords(sheet) },
    sentences: [...placeOf(sheet), ...surenessOf(sheet.robustness)],
    chartAlt:
      'Note de chaque canal, avec un repère à la moyenne de la catégorie ; le tableau qui suit donne les mêmes chiffres.',
    channels: sheet.channels.map(channelOf),
    strengths: sheet.strengths.map((gap) => gapOf(sheet, gap)),
    weaknesses: sheet.weaknesses.map((gap) => gapOf(sheet, gap)),
    ...(sheet.toGainOnePlace.criteria.length > 0 ? gainOf(sheet) : { gainWords: unsaidGain(sheet), gain: [] }),
    criteria: sheet.channels.flatMap(({ channel, criteria }) =>
      criteria.map(({ criterion, score, base }) => ({
        ...{ label: criterion.label, channel: channel.label, base: String(base) },
        ...{ score: decimalOf(score), value: score === null ? null : Number(score) },
      })),
    ),
    claims: await claimsOf(em, enrolmentId),
    ...evolutionWords(await evolutionOf(em, enrolment, edition)),
    tierWords: detailed
      ? null
      : 'Le détail critère par critère accompagne la formule payante. Les notes et les rangs sont les mêmes dans les deux formules.',
    // The certificate, which details every criterion, comes with the paid tier.
    verification: detailed ? verificationOf(run, sheet.exact) : verificationOf(run, null).slice(0, 1),
  };
  const name = `rapport-${edition.year}-${structure.reference.replaceAll(/[^\w-]+/g, '-')}.pdf`;
  return { name, content: pdfOf('report/individual', data, run.createdAt) };
}

const verdicts = {
  ACCEPTED: 'Acceptée : ne compte plus',
  PARTLY: 'Acceptée en partie : une part ne compte plus',
  REFUSED: 'Non acceptée',
} as const;

/** What the structure contested and was answered, annexed as it was written: the day alone, and nobody's name. */
async function claimsOf(em: EntityManager, enrolmentId: string) {
  const claims = await toldClaims(em, enrolmentId);
  return claims.map(({ submittedAt, decidedAt, reply, points }) => ({
    title: `Réclamation du ${submittedAt ? dayOf(submittedAt) : '–'}`,
    reply:
      decidedAt && reply ? `Réponse du ${dayOf(decidedAt)} : ${reply}` : 'Cette réclamation n’est pas encore décidée.',
    points: points.getItems().map(({ criterion: of, statement, verdict, reason }) => {
      const { label, channel } = of.getEntity();
      const words = verdict === null ? 'À décider' : verdicts[verdict];
      return { subject: `${channel.getProperty('label')} : ${label}`, statement, words, reason: reason ?? '–' };
    }),
  }));
}

/** Why there is no rank, or what keeps a structure from the award. */
function placeOf({ score, rank, exclusion, knockOuts }: ScoreSheet): string[] {
  if (score === null) return ['Aucun test validé ne donne de note à la structure cette année.'];
  return [
    ...(rank === null && exclusion
      ? ['La structure n’est pas classée : la politique de cette édition l’écarte du classement.']
      : []),
    ...(knockOuts.length > 0
      ? ['Un seuil éliminatoire n’est pas atteint : la structure garde son rang et ne peut recevoir le trophée.']
      : []),
  ];
}

const channelOf = ({ channel, score, mean, structureCount, base, outcome }: ChannelLine) => ({
  ...{ label: channel.label, score: decimalOf(score), value: score === null ? null : Number(score) },
  ...{ mean: decimalOf(mean), meanValue: mean === null ? null : Number(mean) },
  gap: score === null || mean === null ? '–' : signed(Number(score) * 100 - Number(mean) * 100),
  structures: mean === null ? '–' : String(structureCount),
  ...{ base: String(base), outcome: outcomeWords[outcome ?? 'SCORED'] },
});

/** A difference in hundredths of a point, with its sign. */
function signed(hundredths: number): string {
  const whole = Math.round(hundredths);
  const words = decimalOf((whole / 100).toFixed(2));
  return whole > 0 ? `+${words}` : words;
}

/** What is said of the place above where no criterion can be named. */
function unsaidGain({ toGainOnePlace: { reason, gap } }: ScoreSheet): string | null {
  const missing = gap === null ? '' : `Il manque ${pointsOf(gap)} pour gagner une place. `;
  if (reason === 'FIRST') return 'Aucune structure de la catégorie n’est devant.';
  if (reason === 'WITHHELD')
    return 'La catégorie est trop petite pour dire l’écart sans révéler la note d’une autre structure.';
  if (reason === 'NAMED') return 'La structure juste devant est nommée au palmarès : dire l’écart dirait sa note.';
  if (reason === 'TIER') return `${missing}Les critères à améliorer sont nommés dans la formule payante.`;
  if (reason === 'OUT_OF_REACH') return `${missing}Porter tous les critères au maximum n’y suffirait pas.`;
  return missing || null;
}

/** Its scores over the editions that are published, and in this one. */
const evolutionOf = (em: EntityManager, { structure }: Enrolment, { id, year }: Edition): Promise<EvolutionPoint[]> => {
  const told = { phase: { $in: [EditionPhase.PUBLISHED, EditionPhase.ARCHIVED] } };
  const where = { structure, edition: { year: { $lte: year }, $or: [{ id }, told] } };
  return evolutionThrough(em, where, ({ tier }) => tier === Tier.PAID);
};

function evolutionWords(points: readonly EvolutionPoint[]) {
  const last = points.at(-1);
  return {
    years: points.map(({ edition }) => String(edition.year)),
    evolution: points.map(({ edition, categoryLabel, score, rank, field, broken }, i) => ({
      ...{ year: String(edition.year), category: categoryLabel, score: decimalOf(score) },
      rank: rank === null ? '–' : `${ordinalOf(rank)} sur ${field}`,
      since: i === 0 ? '–' : broken ? 'rupture de série' : movedBetween(points[i - 1]?.score ?? null, score),
    })),
    evolutionChannels: (last?.channels ?? []).map(({ code, label }) => [
      label,
      ...points.map(({ channels }) => decimalOf(channels.find((each) => each.code === code)?.score ?? null)),
      last?.channels.find((each) => each.code === code)?.broken ? 'rupture de série' : 'série continue',
    ]),
    breakWords:
      last?.broken && points.length > 1
        ? `La grille a changé depuis l’édition précédente (${counted(last.breaks.length, 'changement')}) : les notes de part et d’autre ne se comparent pas directement.`
        : null,
  };
}

const movedBetween = (before: string | null, now: string | null): string =>
  before === null || now === null ? '–' : signed(Number(now) * 100 - Number(before) * 100);
