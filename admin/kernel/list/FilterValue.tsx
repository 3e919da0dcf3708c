import { Box } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { useGetOne, useGetRecordRepresentation, useTranslate } from 'react-admin';
import { useFormat } from '../format.ts';

interface InputProps {
  readonly of?: string;
  readonly reference?: string;
}

/** The value of a filter as people say it: the word of an enumeration, the name of a record, yes or no, a day. */
export const FilterValue = (props: {
  readonly input: ReactElement | undefined;
  readonly source: string;
  readonly value: unknown;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const { of, reference } = (props.input?.props ?? {}) as InputProps;
  const value = String(props.value);
  if (reference) return <Referred reference={reference} id={value} />;
  const text = of
    ? translate(`enum.${of}.${value}`)
    : typeof props.value === 'boolean'
      ? translate(props.value ? 'list.yes' : 'list.no')
      : /^\d{4}-\d\d-\d\d$/.test(value)
        ? format.shortDay(value)
        : value;
  return <Value>{text}</Value>;
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
