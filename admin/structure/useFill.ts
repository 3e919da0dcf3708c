import { useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Territory } from './territory.graphql.ts';

/** What the reference says of a body, by field of the form. */
const valuesOf = (territory: Territory) => ({
  name: territory.bodyName,
  kind: territory.kind,
  reference: `${prefixes[territory.kind] ?? 'T'}-${territory.code}`,
  siren: territory.siren,
  inseeCode: territory.kind === 'COMMUNE' ? territory.code : null,
  departmentCode: territory.kind === 'REGION' ? null : territory.departmentCode,
  regionCode: territory.regionCode,
  population: territory.population,
  populationYear: territory.populationYear,
});
const prefixes: Readonly<Record<string, string>> = {
  ...{ COMMUNE: 'COM', INTERCOMMUNALITY: 'EPCI', DEPARTMENT: 'DEP', REGION: 'REG' },
};
/** A reference stays what it is: proposed where there is none, it is no disagreement where there is another. */
const PROPOSED = new Set(['reference']);

type Values = Readonly<Record<string, unknown>>;
const empty = (value: unknown) => value === null || value === undefined || value === '';

/**
 * Fills a form from the reference of territories. A field that someone typed stays as it is and is named in `kept`;
 * one that the reference itself filled follows the next choice. `replace` writes over what was kept.
 */
export function useFill() {
  const { getValues, setValue } = useFormContext();
  const filled = useRef<Values>({});
  const [kept, setKept] = useState<Values>({});
  const write = (values: Values) => {
    for (const [field, value] of Object.entries(values))
      setValue(field, value, { shouldDirty: true, shouldValidate: !empty(value) });
    filled.current = { ...filled.current, ...values };
  };
  const fill = (territory: Territory) => {
    const said = Object.entries<unknown>(valuesOf(territory)).map(([field, value]) => {
      const now: unknown = getValues(field);
      return { field, value, free: empty(now) || now === filled.current[field], same: now === value };
    });
    write(Object.fromEntries(said.filter(({ free }) => free).map(({ field, value }) => [field, value])));
    const others = said.filter(
      ({ field, value, free, same }) => !free && !same && !empty(value) && !PROPOSED.has(field),
    );
    setKept(Object.fromEntries(others.map(({ field, value }) => [field, value])));
  };
  const replace = () => {
    write(kept);
    setKept({});
  };
  return { fill, kept, replace };
}
