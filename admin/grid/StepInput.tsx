import { SelectInput } from 'react-admin';
import type { Grid } from './grid.graphql.ts';

/** A step of the journey of a grid. */
export const StepInput = ({ grid, source = 'stepId' }: { readonly grid: Grid; readonly source?: string }) => (
  <SelectInput
    source={source}
    label="field.step"
    helperText={false}
    translateChoice={false}
    choices={grid.steps.map(({ id, label }) => ({ id, name: label }))}
  />
);
