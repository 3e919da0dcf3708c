import type { Figure, Told } from '../../server/quotation/told.rules.ts';

/** A figure, by its key, its value, and what else it is. */
const figure = (key: string, value: string | null, more: Partial<Figure> = {}): [string, Figure] => [
  key,
  {
    ...{
      key,
      label: key,
      unit: 'SCORE',
      value,
      count: 40,
      over: 'structures',
      withheld: false,
      mean: true,
      broken: false,
    },
    ...more,
  },
];

const share = (key: string, label: string, passed: number, of: number, over: string) =>
  figure(key, `${passed}/${of}`, { label, unit: 'SHARE', count: of, over, mean: false });

/** What an edition could tell: every kind of figure, one withheld, one without a value, one whose series breaks. */
export const telling: Told = {
  ...{ version: '2022.1', hash: 'a'.repeat(64), published: false, method: ['Une note est une moyenne.'] },
  edition: {
    year: 2022,
    ordinal: 10,
    label: 'Baromètre',
    simulated: false,
    day: '10 novembre 2022',
    place: 'Strasbourg',
  },
  figures: new Map([
    figure('structures', '1311', { label: 'Structures auditées', unit: 'COUNT', count: null, mean: false }),
    figure('mean global', '62.35', { label: 'Moyenne générale', count: 311 }),
    figure('mean category towns', '64.10', { label: 'Villes' }),
    figure('mean category regions', null, { label: 'Régions', count: 3, withheld: true }),
    figure('mean channel PHONE', '70.00', { label: 'Téléphone' }),
    figure('mean channel LETTER', '51.20', { label: 'Courrier postal' }),
    share('indicator phone.connected', 'Appels aboutis', 478, 622, 'appels passés'),
    figure('indicator phone.rings', '5.5', { label: 'Sonneries', unit: 'RINGS', count: 478, over: 'appels aboutis' }),
    figure('indicator social.delay', null, { label: 'Délai', unit: 'DAYS' }),
  ]),
  before: {
    year: 2021,
    figures: new Map([
      figure('mean global', '65.35', { count: 300 }),
      figure('mean category towns', '60.00'),
      figure('mean channel PHONE', '70.00'),
      share('indicator phone.connected', 'Appels aboutis', 480, 500, 'appels passés'),
    ]),
  },
  earlier: new Map([
    [2021, new Map([share('indicator phone.connected', 'Appels aboutis', 480, 500, 'appels passés')])],
  ]),
  broken: new Set(['mean category towns']),
  awards: [
    { code: 'towns', label: 'Villes', laureates: ['Ville de Strasbourg (67)'], point: 'Un agent se déplace.' },
    { code: 'regions', label: 'Régions', laureates: [], point: null },
  ],
};
