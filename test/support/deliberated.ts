import type {
  Candidate,
  Decision,
  DeclaredRules,
  Deliberation,
  Item,
  Member,
  Round,
  Sitting,
} from '../../server/minutes/deliberation.ts';
import { type Ballot, ballotOf, type Vote, voteWithout } from '../../server/vote/ballot.rules.ts';
import { SIX_GRADES } from '../../server/vote/majority.rules.ts';
import { type Paper, paperWithout } from '../../server/vote/paper.rules.ts';

/** An instant of the day of the meeting, in Paris. */
const at = (time: string) => new Date(`2022-10-04T${time}:00+02:00`);

const names = {
  A: 'Ville de Aubrevaux',
  B: 'Ville de Beaumarsan',
  C: 'Ville de Corvisart',
  D: 'Communauté de communes du Val d’Esperval',
} as const;
type Code = keyof typeof names;
const scores: Readonly<Record<Code, string>> = { A: '88.40', B: '88.12', C: '81.00', D: '79.57' };

const candidates = (codes: string, withdrawn: string | null = null): Candidate[] =>
  [...codes].map((each, i) => {
    const code = each as Code;
    const left = i === codes.length - 1 ? withdrawn : null;
    return { code, name: names[code], rank: i + 1, score: scores[code], eligible: true, withdrawn: left };
  });

const member = (
  name: string,
  quality: string | null,
  office: Member['office'] = 'MEMBER',
  replaces: string | null = null,
) => ({
  ...{ name, quality, office, replaces },
});
const chair = member('Élise Caron', 'présidente de l’association des usagers', 'CHAIR');
const secretary = member('Marc Olivier', 'AFNOR', 'SECRETARY');
const members: Member[] = [
  chair,
  member('Hugo Lambert', 'maire de Zouafques', 'DEPUTY'),
  member('Nadia Benali', 'directrice de l’accueil'),
  member('Yann Le Goff', null, 'MEMBER', 'Paul Roy'),
  member('Sophie Martin', 'sociologue'),
  member('Louis Ferrand', 'journaliste'),
  member('Chloé Petit', 'médiatrice'),
  secretary,
];

/** Everyone is there and votes, but those named; the recused with their motive. */
const seats = (
  absent: readonly string[] = [],
  recused: Readonly<Record<string, string>> = {},
  abstained: readonly string[] = [],
): Sitting[] =>
  members.flatMap(({ name, office }) =>
    office === 'SECRETARY'
      ? []
      : [
          {
            ...{ member: name, office, motive: recused[name] ?? null, abstained: abstained.includes(name) },
            attendance: recused[name] ? 'RECUSED' : absent.includes(name) ? 'ABSENT' : 'PRESENT',
          },
        ],
  );

const declared = (paper: Paper, rules: Partial<DeclaredRules> = {}): DeclaredRules => ({
  ...{
    declaredAt: at('09:00'),
    mode: paper.mode,
    paper,
    quorum: { share: '1/2', fewest: 3 },
    tieChannel: null,
    field: 3,
    floor: '60',
  },
  ties: { tieRule: 'SHARED', mostLaureates: 2, castingVote: true },
  ...{ shortList: 5, namesShown: true, words: {} },
  ...rules,
});

const decided = (hash: string, codes: string, decision: Partial<Decision> = {}): Decision => ({
  ...{ decidedAt: at('16:00'), followsRanking: true, motive: null, dissents: [], points: [] },
  laureates: [...codes].map((code) => ({ code, name: names[code as Code], mention: null })),
  ...{ hash: hash.repeat(64), corrects: null },
  ...decision,
});

const round = (
  paper: Paper,
  cast: readonly (Vote | 'BLANK' | 'ABSTENTION')[] | null,
  outcome: Round['outcome'],
  more: Partial<Round> = {},
): Round => ({
  ...{ openedAt: at('14:05'), brokenOff: null, seats: seats(), paper, motion: null, casting: null, outcome },
  ballots: cast?.map((vote): Ballot => ballotOf(paper, vote)) ?? null,
  ...more,
});

const overturned = 'Beaumarsan a rouvert deux accueils de proximité, ce que la note ne mesure pas.';
const ratified: Item = {
  award: { label: 'Communes de moins de 2 000 habitants', kind: 'TROPHY' },
  rules: declared({ mode: 'RATIFY' }),
  candidates: candidates('ABC'),
  rounds: [
    round(
      { mode: 'RATIFY' },
      [...(['FOR', 'FOR', 'FOR', 'AGAINST'] as const).map((opinion): Vote => ({ mode: 'RATIFY', opinion })), 'BLANK'],
      { kind: 'LAUREATES', among: ['B'], by: 'MAJORITY' },
      {
        seats: seats(['Louis Ferrand'], {
          'Hugo Lambert': 'élu d’une commune de la même intercommunalité que Ville de Aubrevaux',
        }),
        motion: { mover: 'Nadia Benali', codes: ['B'], motive: overturned },
      },
    ),
  ],
  decision: decided('1', 'B', {
    laureates: [{ code: 'B', name: names.B, mention: 'proximité' }],
    ...{ followsRanking: false, motive: overturned },
    dissents: [
      { name: 'Sophie Martin', text: 'Le classement repose sur des tests ; l’écarter demande plus qu’une impression.' },
    ],
    points: [
      {
        ...{ laureate: names.B, author: 'Nadia Benali', approvedBy: 'Marc Olivier', consent: 'GIVEN' },
        text: 'Deux accueils rouverts, et une réponse écrite à chaque demande sous trois jours.',
        evidence: ['critère « Délai de réponse au courriel »', 'critère « Accueil de proximité »'],
      },
    ],
  }),
};

/** Orders of preference: "A>B=C" prefers A to B and C, which are equal. */
const ranking = (said: string): Vote => ({ mode: 'RANK', ranking: said.split('>').map((equals) => equals.split('=')) });

const four: Paper = { mode: 'RANK', candidates: [...'ABCD'], mayOmit: true };
const ranked: Item = {
  award: { label: 'Communes de 2 000 à 10 000 habitants', kind: 'TROPHY' },
  rules: declared(four, { namesShown: false, quorum: { share: '2/3', strictly: true, fewest: 4 } }),
  candidates: candidates('ABCD'),
  rounds: [
    round(four, null, null, { openedAt: at('14:30'), brokenOff: 'le réseau de la salle est tombé.' }),
    round(
      four,
      ['A>B>C>D', 'A>B>C>D', 'B>C>A>D', 'C>A>B', 'C>A>B', 'D>B=C>A', 'A>A>B'].map(ranking),
      { kind: 'LAUREATES', among: ['C'], by: 'VOTE' },
      { openedAt: at('14:40') },
    ),
  ],
  decision: decided('2', 'C', { followsRanking: false, motive: 'Le vote du jury.' }),
};

const graded = (...said: readonly (typeof SIX_GRADES)[number][]): Vote => ({
  mode: 'MAJORITY_JUDGMENT',
  grades: said.map((grade, i) => ({ candidate: 'ABC'.charAt(i), grade })),
});
const gone = new Set(['C']);
const judgedPaper: Paper = { mode: 'MAJORITY_JUDGMENT', candidates: [...'ABC'], grades: SIX_GRADES, mayOmit: true };
const judged: Item = {
  award: { label: 'Accueil numérique', kind: 'PRIZE' },
  rules: declared(judgedPaper, {
    ...{ floor: null, ties: { tieRule: 'CHANNEL', castingVote: false }, tieChannel: 'WEBSITE' },
  }),
  candidates: candidates('ABC', 'fusion de la commune au 1ᵉʳ janvier.'),
  rounds: [
    round(
      paperWithout(judgedPaper, gone),
      [
        graded('VERY_GOOD', 'GOOD', 'PASSABLE'),
        graded('GOOD', 'VERY_GOOD', 'REJECT'),
        graded('GOOD', 'GOOD', 'GOOD'),
        graded('FAIRLY_GOOD', 'VERY_GOOD', 'INSUFFICIENT'),
        graded('VERY_GOOD', 'PASSABLE', 'GOOD'),
      ].map((vote) => voteWithout(vote, gone)),
      { kind: 'LAUREATES', among: ['A'], by: 'VOTE' },
      { openedAt: at('15:10'), seats: seats(['Chloé Petit'], {}, ['Louis Ferrand']) },
    ),
  ],
  decision: decided('3', 'A'),
};

const marked = (said: Readonly<Record<string, readonly [warmth: string, clarity: string]>>): Vote => ({
  mode: 'SCORE',
  marks: Object.entries(said).flatMap(([candidate, [warmth, clarity]]) => [
    { candidate, criterion: 'warmth', mark: warmth },
    { candidate, criterion: 'clarity', mark: clarity },
  ]),
});
const scoredPaper: Extract<Paper, { mode: 'SCORE' }> = {
  ...{ mode: 'SCORE', candidates: [...'ABC'], scale: 20 },
  criteria: [
    { code: 'warmth', weight: '2' },
    { code: 'clarity', weight: '1' },
  ],
};
const away = {
  'Yann Le Goff': 'employé de Ville de Corvisart jusqu’en mars 2021',
  'Chloé Petit': 'hôte de la cérémonie',
};
const scored: Item = {
  award: { label: 'Coup de cœur du jury', kind: 'PRIZE' },
  rules: declared(scoredPaper, {
    ties: { tieRule: 'JURY', mostLaureates: 1, castingVote: true },
    words: { warmth: 'Chaleur de l’accueil', clarity: 'Clarté de la réponse' },
  }),
  candidates: candidates('ABC'),
  rounds: [
    round(
      scoredPaper,
      [
        marked({ A: ['15', '12'], B: ['16', '10'], C: ['8', '8'] }),
        marked({ A: ['16', '10'], B: ['15', '12'], C: ['12', '17'] }),
        'BLANK',
        marked({ A: ['15', '12'], B: ['15', '12'], C: ['9', '31'] }),
      ],
      { kind: 'SECOND_BALLOT', among: ['A', 'B'] },
      { openedAt: at('15:40'), seats: seats([], away, ['Louis Ferrand']) },
    ),
    round(
      { ...scoredPaper, candidates: ['A', 'B'] },
      [marked({ A: ['15', '12'], B: ['13', '14.5'] }), marked({ A: ['13', '14.5'], B: ['15', '12'] })],
      { kind: 'LAUREATES', among: ['B'], by: 'CASTING_VOTE' },
      {
        ...{ openedAt: at('15:50'), seats: seats(['Sophie Martin'], away, ['Louis Ferrand', 'Nadia Benali']) },
        casting: { by: 'Élise Caron', opinion: null, code: 'B' },
      },
    ),
  ],
  decision: decided('4', 'B', { motive: 'Voix prépondérante de la présidence.', corrects: 'a'.repeat(64) }),
};

/** A meeting with all that minutes must tell: each mode, recusals, absences, abstentions, invalid ballots, a tie. */
export const deliberation: Deliberation = {
  edition: { label: 'Baromètre de la qualité de l’accueil', year: 2022, ordinal: 10, simulated: true },
  ...{ panel: 'Jury des communes', meeting: 'Séance de sélection', place: 'Saint-Denis' },
  ...{ openedAt: at('14:00'), closedAt: at('16:40'), members },
  items: [ratified, ranked, judged, scored],
  records: [ratified, ranked, judged, scored].map(({ award, decision }, i) => ({
    ...{ number: i + 1, label: award.label, at: decision.decidedAt, hash: decision.hash },
  })),
  signatories: [chair, secretary],
};
