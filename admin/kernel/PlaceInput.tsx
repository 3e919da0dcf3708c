import { AutocompleteInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { type Place, usePlaces } from './places.ts';

interface PlaceInputProps {
  readonly source: string;
}

/** A département, found by its name or code. */
export const DepartmentInput = ({ source }: PlaceInputProps) => (
  <PlaceInput source={source} places={usePlaces().departments} />
);

/** A region, found by its name or code. */
export const RegionInput = ({ source }: PlaceInputProps) => <PlaceInput source={source} places={usePlaces().regions} />;

/** A code that the reference does not have stays as it is, and can be chosen again. */
const PlaceInput = ({ source, places }: PlaceInputProps & { readonly places: readonly Place[] }) => {
  const value: unknown = useWatch({ name: source });
  const known = places.map(({ code, name }) => ({ id: code, name: `${name} (${code})` }));
  const read = places.length > 0;
  const strange = read && typeof value === 'string' && value !== '' && !places.some(({ code }) => code === value);
  return (
    <AutocompleteInput
      // What is shown of a value is decided once: again, when the names have come.
      key={String(read)}
      source={source}
      choices={strange ? [...known, { id: value, name: value }] : known}
      translateChoice={false}
      helperText={false}
    />
  );
};
