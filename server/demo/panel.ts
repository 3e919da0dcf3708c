import { editionOf, type Year } from './configuration.ts';
import { chanceOf } from './random.ts';
import type { Country, DemoStructure } from './structures.ts';

/** A structure in an edition, with what decides how its tests turn out. */
export interface Entrant {
  readonly structure: DemoStructure;
  readonly category: string;
  /** How good it is, mostly between 0 and 1; laureates stand above. */
  readonly quality: number;
  readonly laureate: boolean;
  readonly paying: boolean;
  readonly volunteer: boolean;
  readonly takesReception: boolean;
  readonly hasWebsite: boolean;
  readonly hasSocial: boolean;
}

/** How many structures of each category; 349 in 2021, 311 in 2022. */
const sizes: Readonly<Record<Year, Readonly<Record<string, number>>>> = {
  2021: {
    towns_over_50000: 46,
    towns_20000_50000: 60,
    towns_under_20000: 56,
    intercommunalities: 54,
    departments: 26,
    regions: 15,
    social_services: 38,
    planning_economic_development: 15,
    education_culture: 20,
    france_services: 19,
  },
  2022: {
    towns_over_50000: 42,
    towns_20000_50000: 52,
    towns_under_20000: 50,
    intercommunalities: 48,
    departments: 24,
    regions: 14,
    social_services: 34,
    planning_economic_development: 14,
    education_culture: 17,
    france_services: 16,
  },
};

/** How far a category stands above or below the others. */
const drift: Readonly<Record<Year, Readonly<Record<string, number>>>> = {
  2021: { regions: -0.16, departments: -0.07, france_services: -0.09, towns_over_50000: 0.05, social_services: -0.04 },
  2022: { regions: 0.03, departments: 0.06, france_services: 0, towns_over_50000: 0.08, social_services: -0.04 },
};

const receptionPlaces: Readonly<Record<Year, number>> = { 2021: 36, 2022: 50 };
const withSocial: Readonly<Record<Year, number>> = { 2021: 252, 2022: 240 };

/** How good a laureate is. */
const LAUREATE = 0.95;

/** Laureates whose counter the public sources speak of. */
const visited = new Set(['EPCI-243100633', 'SIT-MONTAUBAN', 'REG-76']);

/** France Services without a website of their own, by their place among the invented ones: 12 in 2021, 11 in 2022. */
const isWithoutWebsite = (place: number): boolean => place === 0 || (place >= 5 && place <= 15);

/** Who is enrolled in an edition: its laureates, and invented structures most of which come both years. */
export function panelOf(year: Year, country: Country): Entrant[] {
  const { trophies } = editionOf(year);
  const entrants = Object.entries(sizes[year]).flatMap(([category, size]) => {
    const references = trophies.find((trophy) => trophy.category === category)?.laureates ?? [];
    const laureates = country.all.filter(({ reference }) => references.includes(reference));
    const invented = country.byCategory[category] ?? [];
    const places = size - laureates.length;
    const others = year === 2021 ? invented.slice(0, places) : invented.slice(-places);
    return [
      ...laureates.map((structure) => ({
        ...entrantOf(structure, category, year),
        quality: LAUREATE,
        laureate: true,
        paying: true,
      })),
      ...others.map((structure) => ({
        ...entrantOf(structure, category, year),
        hasWebsite: category !== 'france_services' || !isWithoutWebsite(invented.indexOf(structure)),
      })),
    ].map((entrant) => ({ ...entrant, volunteer: entrant.volunteer || entrant.paying }));
  });
  return withOptions(entrants, year);
}

function entrantOf(structure: DemoStructure, category: string, year: Year): Entrant {
  const lasting = chanceOf(`structure ${structure.reference}`);
  const passing = chanceOf(`structure ${structure.reference} ${year}`);
  return {
    structure,
    category,
    quality: 0.5 + 0.2 * lasting.spread() + 0.1 * passing.spread() + (drift[year][category] ?? 0),
    laureate: false,
    paying: lasting.happens(0.45),
    volunteer: lasting.happens(0.6),
    takesReception: false,
    hasWebsite: true,
    hasSocial: false,
  };
}

/** Gives the counter visit to some of those who pay, and a social network to those likeliest to have one. */
function withOptions(entrants: readonly Entrant[], year: Year): Entrant[] {
  const visits = best(entrants, receptionPlaces[year], ({ structure: { reference }, paying }) =>
    visited.has(reference) ? 2 : Number(paying) + chanceOf(`counter ${reference}`).next() / 2,
  );
  const networks = best(entrants, withSocial[year], ({ structure: { reference }, laureate, hasWebsite, category }) => {
    const sized = { towns_under_20000: -0.3, france_services: -0.4, social_services: -0.3 }[category] ?? 0;
    return Number(laureate) + Number(hasWebsite) + sized + chanceOf(`network ${reference}`).next();
  });
  return entrants.map((entrant) => ({
    ...entrant,
    takesReception: visits.has(entrant),
    hasSocial: networks.has(entrant),
  }));
}

/** So many of them, those with the highest mark. */
function best<T>(all: readonly T[], count: number, markOf: (one: T) => number): Set<T> {
  const marked = all.map((one) => ({ one, mark: markOf(one) })).sort((a, b) => b.mark - a.mark);
  return new Set(marked.slice(0, count).map(({ one }) => one));
}
