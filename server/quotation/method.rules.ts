import { counted, dayOf, listed } from '../report/french.rules.ts';
import type { AbsencePolicy } from '../score/measure.rules.ts';
import type { Rules } from '../score/score.rules.ts';

/** What the method of an edition is told from. */
interface Method {
  readonly edition: { readonly fieldworkFrom: string | null; readonly fieldworkTo: string | null };
  readonly run: { readonly auditCount: number; readonly number: number; readonly engine: string } | null;
  readonly rules: Rules | null;
  /** Fewest structures behind a figure that is published. */
  readonly fewest: number | null;
  readonly channels: readonly { readonly code: string; readonly label: string }[];
}

/** How the scores of an edition were made: tests, arithmetic, absences, bases, uncertainty. In French, in sentences. */
export function methodOf({ edition, run, rules, fewest, channels }: Method): string[] {
  if (!run || !rules) return ['Les chiffres de cette édition sont repris de sources publiques, citées avec chacun.'];
  const { fieldworkFrom: from, fieldworkTo: to } = edition;
  const when = from && to ? ` menés du ${dayOf(noon(from))} au ${dayOf(noon(to))}` : '';
  const names = channels.map(({ label }) => `« ${label} »`);
  return [
    `Les résultats reposent sur ${counted(run.auditCount, 'test validé', 'tests validés').replace(/\B(?=(\d{3})+(?!\d))/g, ' ')}${when}, sur ${counted(channels.length, 'canal', 'canaux')} : ${listed(names)}.`,
    'La note d’un critère est la moyenne de ses tests ; la note d’un canal, la moyenne pondérée de ses critères ; la note globale, celle des canaux qui comptent. Toutes sont sur 100, calculées en fractions exactes et arrondies une seule fois.',
    'Un critère sans objet ne compte ni pour ni contre la structure.',
    ...absencesIn(rules),
    ...channelsIn(rules, channels),
    `Aucune moyenne ni aucun taux n’est publié quand moins de ${fewest} structures y contribuent, ni quand il permettrait d’en retrouver la note d’une seule.`,
    'Un taux est donné avec ce sur quoi il porte, et avec l’intervalle de Wilson à 95 % : où il se trouverait 95 fois sur 100 si d’autres tests avaient été tirés de la même manière. Plusieurs tests visent une même structure : l’intervalle réel est un peu plus large.',
    'Une évolution est calculée sur les valeurs publiées, avant l’arrondi de l’impression : elle peut s’écarter d’un dixième de la différence des valeurs imprimées.',
    'L’incertitude de chaque note et de chaque rang est communiquée à la structure concernée. Elle n’entre dans aucun chiffre officiel.',
  ];
}

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

const absences = {
  NOT_OFFERED: 'n’est pas proposé',
  NOT_OBSERVED: 'n’a pas pu être observé',
  REFUSED: 'est refusé',
} as const;
const consequences: Readonly<Record<AbsencePolicy, string>> = {
  ...{ RENORMALISE: 'sort du calcul', ZERO: 'compte zéro', FLOOR: 'compte un plancher déclaré' },
  EXCLUDE: 'écarte la structure du classement',
};

/** What each kind of absence does, where all criteria agree; otherwise that it depends on the criterion. */
const absencesIn = ({ channels }: Rules): string[] =>
  (Object.keys(absences) as (keyof typeof absences)[]).map((kind) => {
    const policies = new Set(channels.flatMap(({ criteria }) => criteria.map((each) => each.absences[kind])));
    const [only] = policies;
    const does =
      policies.size === 1 && only
        ? consequences[only]
        : 'sort du calcul, compte zéro ou compte un plancher, selon le critère';
    return `Quand ce qui est demandé ${absences[kind]}, la mesure ${does}.`;
  });

/** What a structure without a score on a channel counts, channels of one policy together. */
function channelsIn({ channels }: Rules, named: Method['channels']): string[] {
  const labelOf = (code: string) => `« ${named.find((each) => each.code === code)?.label ?? code} »`;
  const optional = channels.filter((channel) => channel.optional && !channel.compared);
  const others = channels.filter((channel) => !optional.includes(channel));
  const groups = [...Map.groupBy(others, ({ whenAbsent = 'RENORMALISE' }) => whenAbsent)];
  return [
    ...groups.map(
      ([policy, all]) =>
        `Sans note sur ${all.length === others.length && all.length > 1 ? 'un canal' : listed(all.map(({ code }) => labelOf(code)))}, ce canal ${consequences[policy]}.`,
    ),
    ...optional.map(({ code }) => `Le canal ${labelOf(code)} est en option : il a sa note, hors de la note globale.`),
  ];
}
