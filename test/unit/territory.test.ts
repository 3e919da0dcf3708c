import { expect, test } from 'vitest';
import { StructureKind } from '../../server/kernel/kinds.ts';
import { territories } from '../../server/territory/reference.ts';
import { bodyName } from '../../server/territory/territory.rules.ts';
import {
  departmentName,
  ownerOf,
  regionName,
  searchTerritories,
  territoryOf,
} from '../../server/territory/territory.service.ts';

const { COMMUNE, INTERCOMMUNALITY, DEPARTMENT, REGION } = StructureKind;
/** The first of what is found, told as people would: its name and code. */
const first = (q: string, kinds: StructureKind[] | null = null) => {
  const [it] = searchTerritories(q, kinds, 1);
  return it ? `${it.bodyName} (${it.code})` : null;
};
const codes = (q: string, many: number, kinds: StructureKind[] | null = null) =>
  searchTerritories(q, kinds, many).map(({ code }) => code);

test.each([
  'Saint-Étienne',
  'saint etienne',
  'SAINT ETIENNE',
  'St-Étienne',
  'st etienne',
  'saintetienne',
  'saint étienne',
  'ville de Saint-Etienne',
  '42218',
  '42000',
  '42100',
  '214202186',
  '214 202 186',
  '21420218600013',
])('« %s » finds the Ville de Saint-Étienne first', (q) =>
  expect(first(q, [COMMUNE])).toBe('Ville de Saint-Étienne (42218)'),
);

test.each([
  ['paris', 'Ville de Paris (75056)'],
  ['75001', 'Ville de Paris (75056)'],
  ['75116', 'Ville de Paris (75056)'],
  ['lyon', 'Ville de Lyon (69123)'],
  ['69003', 'Ville de Lyon (69123)'],
  ['69232', 'Ville de Lyon (69123)'],
  ['marseille', 'Ville de Marseille (13055)'],
  ['13016', 'Ville de Marseille (13055)'],
  ['mans', 'Ville du Mans (72181)'],
  ['havre', 'Ville du Havre (76351)'],
  ['l hay les roses', 'Ville de L’Haÿ-les-Roses (94038)'],
  ['oeuilly 51', 'Ville d’Œuilly (51410)'],
  ['metropole de lyon', 'Métropole de Lyon (200046977)'],
  ['ca bassin de brive', 'Communauté d’agglomération du Bassin de Brive (200043172)'],
  ['grand est', 'Région Grand Est (44)'],
  ['departement loire', 'Département de la Loire (42)'],
  ['conseil departemental de la mayenne', 'Département de la Mayenne (53)'],
  ['region bretagne', 'Région Bretagne (53)'],
])('« %s » finds %s first', (q, expected) => expect(first(q)).toBe(expected));

test('homonyms come by population, and a département or a region tells them apart', () => {
  expect(codes('saint-denis', 2)).toEqual(['97411', '93066']);
  expect(first('saint denis 93')).toBe('Ville de Saint-Denis (93066)');
  expect(first('Saint-Denis (La Réunion)')).toBe('Ville de Saint-Denis (97411)');
  expect(first('saint denis aude')).toBe('Ville de Saint-Denis (11339)');
});

test('a name that begins with what is typed comes before one that only contains it', () => {
  const names = searchTerritories('bourg', [COMMUNE], 200).map(({ key }) => key.startsWith('bourg'));
  expect(names.indexOf(false)).toBeGreaterThan(10);
  expect(names.lastIndexOf(true)).toBeLessThan(names.indexOf(false) === -1 ? 200 : names.indexOf(false));
});

test('Corsica is found by 2A and 2B, by its codes and by its postcodes', () => {
  expect(codes('2A', 2)).toEqual(['2A', '2A004']);
  expect(codes('2b', 2)).toEqual(['2B', '2B033']);
  expect([first('2a004'), first('20090'), first('20004')]).toEqual(Array(3).fill('Ville d’Ajaccio (2A004)'));
});

test('overseas is there: régions, collectivities, and the communes of Saint-Pierre-et-Miquelon', () => {
  expect(codes('saint pierre et miquelon', 3)).toEqual(['975', '97502', '97501']);
  expect(codes('97500', 3)).toEqual(['97502', '97501']);
  expect(first('fort de france')).toBe('Ville de Fort-de-France (97209)');
  expect(first('mamoudzou', [COMMUNE])).toBe('Ville de Mamoudzou (97611)');
  expect(first('noumea')).toBe('Ville de Nouméa (98818)');
  expect([departmentName('976'), regionName('06'), departmentName('2A'), regionName('94')]).toEqual([
    ...['Mayotte', 'Mayotte', 'Corse-du-Sud', 'Corse'],
  ]);
});

test('only current communes are there, each with where it lies', () => {
  const communes = territories().filter(({ kind }) => kind === COMMUNE);
  expect(communes).toHaveLength(34_969);
  expect(communes.filter(({ departmentName, regionName }) => !departmentName || !regionName)).toEqual([]);
  expect(
    communes.filter(({ siren, departmentCode }) => !siren && Number.parseInt(departmentCode ?? '', 10) < 900),
  ).toEqual([]);
});

test('a population has the year of its census, or none where the reference does not say it', () => {
  expect(territoryOf(COMMUNE, '67482')).toMatchObject({ population: 293_771, populationYear: 2023 });
  expect(territoryOf(COMMUNE, '97611')).toMatchObject({ population: 71_437, populationYear: 2017 });
  expect(territoryOf(COMMUNE, '98818')).toMatchObject({ population: 85_976, populationYear: null });
  expect(territoryOf(REGION, '06')).toMatchObject({ populationYear: 2017 });
});

test('the population of others than communes is the sum of their communes; the Rhône is counted without Lyon', () => {
  const communes = territories().filter(({ kind }) => kind === COMMUNE);
  const sum = (of: (each: (typeof communes)[number]) => boolean) =>
    communes.filter(of).reduce((total, { population }) => total + (population ?? 0), 0);
  expect(territoryOf(REGION, '53')?.population).toBe(sum(({ regionCode }) => regionCode === '53'));
  expect(territoryOf(INTERCOMMUNALITY, '200046977')?.population).toBe(
    sum(({ intercommunalityCode }) => intercommunalityCode === '200046977'),
  );
  expect(
    (territoryOf(DEPARTMENT, '69')?.population ?? 0) + (territoryOf(INTERCOMMUNALITY, '200046977')?.population ?? 0),
  ).toBe(sum(({ departmentCode }) => departmentCode === '69'));
});

test('an intercommunality across départements lies in none of them', () => {
  expect(territoryOf(INTERCOMMUNALITY, '200066587')).toMatchObject({ departmentCode: null, regionCode: '84' });
  expect(territoryOf(INTERCOMMUNALITY, '244200770')).toMatchObject({ departmentCode: '42', regionCode: '84' });
});

test('nothing typed lists the territories of a kind by code, the uninhabited left out', () => {
  const all = searchTerritories('', [DEPARTMENT], 200).map(({ code }) => code);
  expect(all.slice(0, 3)).toEqual(['01', '02', '03']);
  expect(all).toHaveLength(101 + 6);
  expect(all).not.toContain('989');
});

test('a SIREN has one owner, and what is not one finds nothing', () => {
  expect(ownerOf('217500016')?.name).toBe('Paris');
  expect(ownerOf('000000000')).toBeNull();
  expect(searchTerritories('zzzz', null, 10)).toEqual([]);
  expect(searchTerritories('999999999', null, 10)).toEqual([]);
});

test.each([
  [COMMUNE, 'Angers', 1, 'Ville d’Angers'],
  [COMMUNE, 'Le Mans', 2, 'Ville du Mans'],
  [COMMUNE, 'La Rochelle', 3, 'Ville de La Rochelle'],
  [COMMUNE, "Les Sables-d'Olonne", 4, 'Ville des Sables-d’Olonne'],
  [DEPARTMENT, 'Gironde', 3, 'Département de la Gironde'],
  [DEPARTMENT, 'Loiret', 2, 'Département du Loiret'],
  [REGION, "Provence-Alpes-Côte d'Azur", 0, 'Région Provence-Alpes-Côte d’Azur'],
])('the body that runs the %s %s is named as people print it', (kind, name, liaison, expected) => {
  expect(bodyName(kind, '00', name, liaison)).toBe(expected);
});
