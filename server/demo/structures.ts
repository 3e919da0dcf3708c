import { de, departments, emblems, landscapes, largeTowns, mediumTowns, regions, rivers, smallTowns } from './names.ts';
import { type Chance, chanceOf } from './random.ts';
import { realStructures } from './sourced.ts';

/** What a structure is, as the files of the agency say it. */
type Kind =
  | 'commune'
  | 'intercommunalité'
  | 'département'
  | 'région'
  | 'france services'
  | 'service social'
  | 'service de développement'
  | 'service éducation et culture';

/** One line of the file of structures. */
export interface DemoStructure {
  readonly reference: string;
  readonly name: string;
  readonly kind: Kind;
  readonly siren: string;
  readonly siret: string;
  readonly inseeCode: string;
  readonly department: string;
  readonly region: string;
  readonly population: number | null;
  readonly populationYear: number | null;
  readonly parent: string;
  readonly fictional: boolean;
}

/** Invented structures by category, and everything the file of structures lists, bodies before their sites. */
export interface Country {
  readonly byCategory: Readonly<Record<string, readonly DemoStructure[]>>;
  readonly all: readonly DemoStructure[];
}

/** The year of every invented population: the legal one in force in 2022. */
const POPULATION_YEAR = 2019;

/** Makes the bodies and sites of an invented country, one after the other. */
type Founder = ReturnType<typeof founder>;

/** An invented country: its towns, communities, departments, regions, and the sites that belong to them. */
export function inventCountry(): Country {
  const made = founder(chanceOf('structures'));
  const town = (from: number, below: number) => (name: string) =>
    made.body('commune', `Ville ${de(name)}`, [from, below]);
  const bodies = {
    towns_over_50000: largeTowns.map(town(50_000, 240_000)),
    towns_20000_50000: mediumTowns.map(town(20_000, 50_000)),
    towns_under_20000: smallTowns.map(town(2_100, 20_000)),
    intercommunalities: [
      ...urbanNames().map((name) => made.body('intercommunalité', name, [70_000, 260_000])),
      ...ruralNames().map((name) => made.body('intercommunalité', name, [8_000, 60_000])),
    ],
    departments: departments.map((name) => made.body('département', `Département ${name}`, [140_000, 1_400_000])),
    regions: regions.map((name) => made.body('région', `Région ${name}`, [1_200_000, 6_000_000])),
  };
  const services = {
    social_services: socialServices(made, bodies.departments),
    planning_economic_development: developmentServices(made, bodies.regions, bodies.towns_over_50000),
    education_culture: culturalServices(made, bodies.towns_over_50000),
    france_services: counters(made, bodies.intercommunalities),
  };
  return { byCategory: { ...bodies, ...services }, all: [...realStructures, ...made.all] };
}

type Bodies = readonly DemoStructure[];

const socialServices = ({ body, site }: Founder, parents: Bodies): DemoStructure[] => [
  ...mediumTowns.slice(0, 22).map((name) => body('service social', `CCAS ${de(name)}`)),
  ...rivers.slice(0, 4).map((name) => body('service social', `CIAS des Rives ${name}`)),
  ...smallTowns.slice(0, 15).map((name, i) => site('service social', `Maison des solidarités ${de(name)}`, parents[i])),
];

const developmentServices = ({ body, site }: Founder, parents: Bodies, towns: Bodies): DemoStructure[] => [
  ...largeTowns
    .slice(0, 7)
    .map((name, i) => site('service de développement', `Maison de la Région à ${name}`, parents[i])),
  ...rivers.slice(0, 5).map((name) => body('service de développement', `Agence de développement ${name}`)),
  ...largeTowns
    .slice(20, 24)
    .map((name, i) => site('service de développement', `Urbanisme et habitat ${de(name)}`, towns[20 + i])),
];

function culturalServices({ body, site }: Founder, towns: Bodies): DemoStructure[] {
  const called = (what: string, first: number) => (name: string, i: number) =>
    site('service éducation et culture', `${what} ${name}, ${largeTowns[first + i] ?? ''}`, towns[first + i]);
  return [
    ...emblems.slice(0, 8).map(called('Médiathèque', 8)),
    ...emblems.slice(8, 13).map(called('Maison des associations', 25)),
    ...largeTowns
      .slice(40, 45)
      .map((name, i) => site('service éducation et culture', `Conservatoire ${de(name)}`, towns[40 + i])),
    ...mediumTowns
      .slice(0, 3)
      .map((name) => body('service éducation et culture', `École d’art intercommunale ${de(name)}`)),
  ];
}

const counters = ({ body, site }: Founder, parents: Bodies): DemoStructure[] => [
  ...smallTowns.slice(20, 32).map((name, i) => site('france services', `France Services ${de(name)}`, parents[24 + i])),
  ...rivers.slice(0, 9).map((name) => body('france services', `France Services ${name}`)),
];

/** Makes bodies and sites one after the other, each with a reference and identifiers no real body can have. */
function founder(chance: Chance) {
  const all: DemoStructure[] = [];
  const found = (structure: Partial<DemoStructure> & Pick<DemoStructure, 'kind' | 'name' | 'reference'>) => {
    const nowhere = { siren: '', siret: '', inseeCode: '', department: '', region: '', parent: '' };
    const complete = { ...nowhere, population: null, populationYear: null, fictional: true, ...structure };
    all.push(complete);
    return complete;
  };
  const number = () => String(all.length + 1).padStart(5, '0');
  return {
    all,
    body(kind: Kind, name: string, inhabitants?: readonly [from: number, below: number]): DemoStructure {
      const siren = withKey(`000${String(chance.whole(0, 99)).padStart(2, '0')}${number().slice(2)}`);
      const population = inhabitants && populationWithin(chance, inhabitants);
      const known = population ? { population, populationYear: POPULATION_YEAR } : {};
      return found({ reference: `F-${number()}`, name, kind, siren, ...known });
    },
    site(kind: Kind, name: string, parent: DemoStructure | undefined): DemoStructure {
      const siret = parent && chance.happens(0.6) ? withKey(`${parent.siren}${chance.whole(1000, 9999)}`) : '';
      return found({ reference: `SIT-${number()}`, name, kind, siret, parent: parent?.reference ?? '' });
    },
  };
}

/** Small places are more common than large ones. */
const populationWithin = (chance: Chance, [from, below]: readonly [number, number]): number =>
  Math.floor(from + (below - from) * chance.next() * chance.next());

/** The digits followed by the key that makes the whole pass Luhn's check (ISO/IEC 7812-1, annex B). */
export function withKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits + ((10 - (sum % 10)) % 10);
}

const urbanNames = (): string[] =>
  largeTowns.slice(0, 24).map((town, i) => {
    if (i % 3 === 2) return `${town}-${mediumTowns[i * 2]?.split('-')[0] ?? ''} Agglomération`;
    return i % 3 === 1 ? `Grand ${town}` : `Communauté d’agglomération ${de(town)}`;
  });

const ruralNames = (): string[] =>
  Array.from({ length: 33 }, (_, i) => {
    const landscape = landscapes[i % landscapes.length] ?? '';
    const river = rivers[(i * 5 + Math.floor(i / landscapes.length)) % rivers.length] ?? '';
    return `Communauté de communes ${landscape} ${river}`;
  });
