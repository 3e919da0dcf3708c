import type { GridConfiguration } from '../../server/grid/grid.rules.ts';

/** A SIREN with its right key, from its first eight digits. */
export function sirenOf(first: number): string {
  const digits = String(first).padStart(8, '0');
  const sum = [...digits].reduce((total, digit, i) => total + luhn(Number(digit) * (i % 2 === 1 ? 2 : 1)), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
const luhn = (product: number): number => (product > 9 ? product - 9 : product);

/** A SIRET with its right key: the SIREN, a number of four digits, and the digit that fits. */
export function siretOf(siren: string, number: number): string {
  const digits = `${siren}${String(number).padStart(4, '0')}`;
  const sum = [...digits].reduce((total, digit, i) => total + luhn(Number(digit) * (i % 2 === 0 ? 2 : 1)), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** The register of the tests: six towns, and three regions, too few for a mean to be told. */
export const structures = [
  ...['Aubrevaux', 'Beaumarsan', 'Corvisart', 'Duneroche', 'Esperval'].map((name, i) => ({
    ...{ reference: `T${i + 1}`, name: `Ville de ${name}`, kind: 'COMMUNE', siren: sirenOf(21_000_001 + i) },
    ...{ population: 60_000 + i, populationYear: 2019, departmentCode: `${10 + i}` },
  })),
  ...['Fontarelle', 'Gravonne', 'Hautemarche'].map((name, i) => ({
    ...{ reference: `R${i + 1}`, name: `Région ${name}`, kind: 'REGION', siren: sirenOf(23_000_001 + i) },
    ...{ population: 3_000_000 + i, populationYear: 2019, departmentCode: null },
  })),
];

export const categories = [
  {
    ...{ code: 'towns', label: 'Villes de plus de 50 000 habitants', position: 0, kinds: ['COMMUNE'] },
    populationFrom: 50_000,
  },
  { code: 'regions', label: 'Régions', position: 1, kinds: ['REGION'] },
];

const absences = { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'ZERO' } as const;
const said = { guidance: null, unit: null, source: null, absences, clauses: [] };
const yesNo = { type: 'YES_NO', yes: '1', no: '0' } as const;

/** A grid with a criterion of every kind, an indicator of every type, and an optional channel: a copy to write on. */
export const configuration = (): GridConfiguration => JSON.parse(JSON.stringify(grid));

const grid: GridConfiguration = {
  note: 'Grille des tests.',
  steps: [
    { code: 'access', label: 'Accéder' },
    { code: 'answer', label: 'Obtenir une réponse' },
  ],
  frames: [
    {
      ...{ code: 'SERVICES_PUBLICS_PLUS', version: 'v1', label: 'Services publics +', source: null },
      clauses: [1, 2, 3].map((number) => ({ number, label: `Engagement ${number}` })),
    },
  ],
  channels: [
    {
      ...{ code: 'PHONE', label: 'Téléphone', weight: '3', optional: false },
      criteria: [
        {
          ...{ ...said, code: 'phone.connected', step: 'access', label: 'Mis en relation', kind: 'YES_NO' },
          ...{ weight: '2', scale: yesNo, source: 'https://example.org/grille' },
          clauses: [1, 3].map((number) => ({ frame: 'SERVICES_PUBLICS_PLUS', version: 'v1', number })),
        },
        {
          ...{ ...said, code: 'phone.connected.rings', step: 'access', label: 'Sonneries', kind: 'COUNT', weight: '1' },
          ...{ unit: 'RINGS', guidance: 'Comptez depuis la première.' },
          scale: {
            type: 'STEPS',
            steps: [
              { below: '4', points: '1' },
              { below: '6', points: '0.5' },
            ],
            beyond: '0',
          },
        },
        {
          ...{ ...said, code: 'phone.courtesy', step: 'answer', label: 'Courtoisie', kind: 'SCALE', weight: '1' },
          scale: { type: 'LINEAR', zeroAt: '0', oneAt: '5' },
        },
      ],
    },
    {
      ...{ code: 'EMAIL', label: 'Courriel', weight: '1', optional: false },
      criteria: [
        {
          ...{ ...said, code: 'email.answered', step: 'answer', label: 'Réponse', kind: 'YES_NO', weight: '1' },
          scale: yesNo,
        },
        {
          ...{ ...said, code: 'email.delay', step: 'answer', label: 'Délai', kind: 'DURATION', weight: '1' },
          ...{ unit: 'DAYS', scale: { type: 'LINEAR', zeroAt: '7', oneAt: '0' } },
        },
        {
          ...{ ...said, code: 'email.tone', step: 'answer', label: 'Clarté', kind: 'CHOICE', weight: '2' },
          scale: {
            type: 'CHOICE',
            choices: [
              { code: 'clair', label: 'Clair', points: '1' },
              { code: 'partiel', label: 'Partiel', points: '0.5' },
              { code: 'obscur', label: 'Obscur', points: '0' },
            ],
          },
        },
      ],
    },
    {
      ...{ code: 'RECEPTION', label: 'Accueil', weight: '1', optional: true },
      criteria: [
        {
          ...{ ...said, code: 'reception.welcome', step: 'access', label: 'Salué', kind: 'YES_NO', weight: '1' },
          scale: yesNo,
        },
        {
          ...{ ...said, code: 'reception.signs', step: 'access', label: 'Affichage', kind: 'SHARE', weight: '0.5' },
          scale: { type: 'LINEAR', zeroAt: '0', oneAt: '1' },
        },
      ],
    },
  ],
  indicators: [
    {
      code: 'structures',
      label: 'Structures auditées',
      unit: 'COUNT',
      base: 'structures',
      rule: { type: 'STRUCTURES' },
    },
    {
      ...{ code: 'phone.connected_first', label: 'Appels aboutis', unit: 'SHARE', base: 'appels' },
      rule: { type: 'SHARE', criteria: ['phone.connected'], passes: 'YES' },
    },
    {
      ...{ code: 'email.within_5_days', label: 'Réponses sous 5 jours', unit: 'SHARE', base: 'courriels répondus' },
      rule: {
        ...{ type: 'SHARE', criteria: ['email.delay'], passes: { below: '5' } },
        among: { criterion: 'email.answered', answer: 'YES' },
      },
    },
    {
      ...{ code: 'phone.rings_mean', label: 'Sonneries', unit: 'RINGS', base: 'appels aboutis' },
      rule: { type: 'MEAN', criterion: 'phone.connected.rings' },
    },
    {
      ...{ code: 'reception.score_mean', label: 'Note de l’accueil', unit: 'SCORE', base: 'structures visitées' },
      rule: { type: 'CHANNEL_SCORE', channel: 'RECEPTION' },
    },
    {
      ...{ code: 'towns.score_mean', label: 'Note des villes', unit: 'SCORE', base: 'villes' },
      rule: { type: 'CATEGORY_SCORE', category: 'towns' },
    },
  ],
};

const phone = ['phone.connected', 'phone.connected.rings', 'phone.courtesy'] as const;
const email = ['email.answered', 'email.delay', 'email.tone'] as const;
const reception = ['reception.welcome', 'reception.signs'] as const;
export const columns = ['test', 'reference', 'siren', 'canal', 'date', ...phone, ...email, ...reception] as const;
export type TestRow = Readonly<Partial<Record<(typeof columns)[number], string>>>;

const onChannel =
  (canal: string, criteria: readonly (typeof columns)[number][]) =>
  (test: string, reference: string, findings: string): TestRow => ({
    ...{ test, reference, canal, date: '08/06/2022' },
    ...Object.fromEntries(findings.split(' ').map((finding, i) => [criteria[i], finding])),
  });
export const byPhone = onChannel('téléphone', phone);
export const byEmail = onChannel('courriel', email);
export const atReception = onChannel('accueil', reception);

/** The tests of the fieldwork; `ranking.test.ts` works out by hand what they are worth. */
export const tests: readonly TestRow[] = [
  ...[byPhone('P1', 'T1', 'oui 3 5'), byEmail('E1', 'T1', 'oui 2 clair'), atReception('A1', 'T1', 'oui 0,5')],
  ...[byPhone('P2', 'T2', 'oui 5 5'), byEmail('E2', 'T2', 'non nobs so')],
  ...[byPhone('P3', 'T3', 'oui 3 5'), byPhone('P3b', 'T3', 'oui 9 5'), byEmail('E3', 'T3', 'non nobs so')],
  ...[byPhone('P4', 'T4', 'non nobs so'), byEmail('E4', 'T4', 'oui 7 partiel'), atReception('A4', 'T4', 'oui 1')],
  ...[byPhone('P5', 'T5', 'np np np'), byEmail('E5', 'T5', 'np np np')],
  ...[byPhone('P6', 'R1', 'oui 1 5'), byEmail('E6', 'R1', 'oui 0 clair')],
  ...[byPhone('P7', 'R2', 'oui 5 5'), byEmail('E7', 'R2', 'non nobs so')],
  ...[byPhone('P8', 'R3', 'non nobs so'), byEmail('E8', 'R3', 'oui 7 partiel')],
];

/** A sheet as text: `;`, one line a row, the columns given or those of a file of tests. */
export const sheetOf = (
  rows: readonly Readonly<Record<string, string | undefined>>[],
  heads: readonly string[] = columns,
) =>
  [heads, ...rows.map((row) => heads.map((head) => row[head] ?? ''))].map((cells) => `${cells.join(';')}\r\n`).join('');
