import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { StructureKind } from '../kernel/kinds.ts';
import { bodyName, type Findable, groupName, keyOf, wordsOf } from './territory.rules.ts';
import type { Territory } from './territory.ts';

/** A territory, and what it is found by. */
export type Known = Territory & Findable;

/** The year of version 6.0.0 of the package, as its README says. */
export const REFERENCE_YEAR = 2026;
/**
 * The year of the populations. The README of the package sends to INSEE's page 8680726, "populations de référence 2023",
 * for communes, and to the census of 2017 for Mayotte; it does not say the years of the overseas collectivities.
 */
const POPULATION_YEARS: Readonly<Record<string, number | null>> = { metro: 2023, drom: 2023, com: null };
const MAYOTTE = { department: '976', year: 2017 };
/** The Métropole de Lyon took the place of the département on its territory in 2015 (law 2014-58, article 26). */
const LYON = { siren: '200046977', department: '69' };

interface Written {
  readonly code: string;
  readonly nom: string;
  readonly typeLiaison?: number;
  readonly zone: string;
}
interface Commune extends Written {
  readonly type: string;
  readonly departement: string;
  readonly region: string;
  readonly siren?: string;
  readonly codesPostaux?: readonly string[];
  readonly anciensCodes?: readonly string[];
  readonly population?: number;
}
interface Group {
  readonly code: string;
  readonly nom: string;
  readonly membres: readonly { readonly code: string }[];
}

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('@etalab/decoupage-administratif/package.json'));
const read = <T>(name: string): T[] => JSON.parse(readFileSync(`${folder}/data/${name}.json`, 'utf8'));

let kept: readonly Known[] | null = null;
/** Every current territory, read from the package the first time it is asked for. 36,000 of them take about 33 MB. */
export const territories = (): readonly Known[] => (kept ??= readAll());

function readAll(): Known[] {
  const current = read<Commune>('communes').filter(({ type }) => type === 'commune-actuelle');
  const departments = read<Written & { readonly region: string }>('departements');
  const regions = read<Written>('regions');
  const groups = read<Group>('epci');
  const names = {
    department: new Map(departments.map(({ code, nom }) => [code, nom])),
    region: new Map(regions.map(({ code, nom }) => [code, nom])),
    group: new Map(groups.flatMap((group) => group.membres.map(({ code }) => [code, group] as const))),
  };
  const within = Map.groupBy(current, ({ departement }) => departement);
  const lyon = new Set(groups.find(({ code }) => code === LYON.siren)?.membres.map(({ code }) => code));
  const councils = departments.map((each) => {
    const all = within.get(each.code) ?? [];
    const communes = each.code === LYON.department ? all.filter(({ code }) => !lyon.has(code)) : all;
    return known(StructureKind.DEPARTMENT, each, communes, names);
  });
  const byRegion = Map.groupBy(current, ({ region }) => region);
  const byCode = new Map(current.map((commune) => [commune.code, commune]));
  return [
    ...current.map((commune) => known(StructureKind.COMMUNE, commune, [commune], names)),
    ...groups.map(({ code, nom, membres }) => {
      const communes = membres.flatMap((member) => byCode.get(member.code) ?? []);
      return known(StructureKind.INTERCOMMUNALITY, { code, nom: groupName(nom), zone: '' }, communes, names);
    }),
    ...councils,
    ...regions.map((each) => known(StructureKind.REGION, each, byRegion.get(each.code) ?? [], names)),
  ];
}

interface Names {
  readonly department: ReadonlyMap<string, string>;
  readonly region: ReadonlyMap<string, string>;
  readonly group: ReadonlyMap<string, Group>;
}

/** A territory made of communes; a commune is made of itself. */
function known(kind: StructureKind, each: Written, communes: readonly Commune[], names: Names): Known {
  const { code, nom: name } = each;
  const commune = kind === StructureKind.COMMUNE ? communes[0] : undefined;
  const group = commune && names.group.get(code);
  const departmentCode =
    kind === StructureKind.DEPARTMENT ? code : only(communes.map(({ departement }) => departement));
  const regionCode = kind === StructureKind.REGION ? code : only(communes.map(({ region }) => region));
  const at = kind === StructureKind.REGION ? null : departmentCode;
  const departmentName = (at && names.department.get(at)) ?? null;
  const regionName = (regionCode && names.region.get(regionCode)) ?? null;
  const key = keyOf(name);
  return {
    ...{ kind, code, name, bodyName: bodyName(kind, code, name, each.typeLiaison ?? 0) },
    siren: kind === StructureKind.INTERCOMMUNALITY ? code : (commune?.siren ?? null),
    ...{ postcodes: commune?.codesPostaux ?? [], formerCodes: commune?.anciensCodes ?? [] },
    ...populationOf(communes),
    ...{ departmentCode: at, departmentName, regionCode, regionName },
    ...{ intercommunalityCode: group?.code ?? null, intercommunalityName: group ? groupName(group.nom) : null },
    ...{ referenceYear: REFERENCE_YEAR, key, piece: key.replaceAll(' ', '') },
    words: ` ${key} ${wordsOf([at, departmentName, regionName].join(' ')).join(' ')}`,
  };
}

/** The one value that all have; null when there are several, or none. */
const only = (values: readonly string[]): string | null => (new Set(values).size === 1 ? (values[0] ?? null) : null);

/** The inhabitants of communes, and the year they were counted in when it is one. */
function populationOf(communes: readonly Commune[]): Pick<Territory, 'population' | 'populationYear'> {
  const counted = communes.filter(({ population }) => population !== undefined);
  const years = new Set(
    counted.map(({ zone, departement }) =>
      departement === MAYOTTE.department ? MAYOTTE.year : (POPULATION_YEARS[zone] ?? null),
    ),
  );
  return {
    population: counted.length === 0 ? null : counted.reduce((sum, { population }) => sum + (population ?? 0), 0),
    populationYear: years.size === 1 ? ([...years][0] ?? null) : null,
  };
}
