import { Box } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { useGetOne, useGetRecordRepresentation, useResourceContext } from 'react-admin';
import { useValueInWords } from '../record/valueInWords.ts';

/** The value of a filter as people say it: the word of an enumeration, the name of a record, yes or no, a day. */
export const FilterValue = (props: {
  readonly input: ReactElement | undefined;
  readonly source: string;
  readonly value: unknown;
}) => {
  const inWords = useValueInWords();
  const resource = useResourceContext() ?? '';
  const { reference } = (props.input?.props ?? {}) as { readonly reference?: string };
  if (reference) return <Referred reference={reference} id={String(props.value)} />;
  return <Value>{inWords(resource, props.source, props.value)}</Value>;
};

const Referred = ({ reference, id }: { readonly reference: string; readonly id: string }) => {
  const { data } = useGetOne(reference, { id });
  const nameOf = useGetRecordRepresentation(reference);
  return <Value>{data ? nameOf(data) : '…'}</Value>;
};

const Value = ({ children }: { readonly children: ReactNode }) => (
  <Box component="span" sx={{ fontWeight: 600, ml: 1 }}>
    {children}
  </Box>
);
