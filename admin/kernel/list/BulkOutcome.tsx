import { Alert, Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type CsvColumn, csvOf, download } from '../csv.ts';
import { useFormat } from '../format.ts';
import type { Outcome } from './bulk.ts';

/** Names shown of one reason; the file has them all. */
const SHOWN = 50;

/** What became of each record: how many were done, and those that were refused, by reason. */
export const BulkOutcome = ({
  outcomes,
  count,
  words,
}: {
  readonly outcomes: readonly Outcome[];
  readonly count: { readonly all: number; readonly left: number };
  readonly words: string;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const refused = outcomes.filter(({ refusal }) => refusal !== null);
  const done = outcomes.length - refused.length;
  const reasons = [...Map.groupBy(refused, ({ refusal }) => refusal ?? '')];
  const stopped = count.all - outcomes.length;
  const counted = (key: string, n: number) => translate(key, { smart_count: n, count: format.number(n) });
  const columns: readonly CsvColumn<Outcome>[] = [
    { label: 'field.name', value: ({ name }) => name },
    {
      label: 'list.bulk.outcome',
      value: ({ refusal }) => translate(refusal ? `refusal.${refusal}` : 'list.bulk.wasDone'),
    },
  ];
  const save = () =>
    download(
      csvOf(outcomes, columns, (key) => translate(key)),
      'barometre-resultat.csv',
    );
  return (
    <>
      {done > 0 && (
        <Alert severity="success" role="status">
          {counted(`${words}.done`, done)}
        </Alert>
      )}
      {count.left > 0 && <Alert severity="info">{counted('list.bulk.left', count.left)}</Alert>}
      {stopped > 0 && <Alert severity="info">{counted('list.bulk.stopped', stopped)}</Alert>}
      {reasons.map(([code, some]) => (
        <Alert key={code} severity="warning" role="alert">
          {counted('list.bulk.refused', some.length)}{' '}
          {translate(`refusal.${code}`, { _: translate('refusal.INTERNAL') })}
          <Box component="ul" sx={{ m: 0, mt: 1, pl: 4, maxHeight: 160, overflowY: 'auto' }} tabIndex={0}>
            {some.slice(0, SHOWN).map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </Box>
          {some.length > SHOWN && (
            <Typography variant="caption">{counted('list.bulk.others', some.length - SHOWN)}</Typography>
          )}
        </Alert>
      ))}
      {refused.length > 0 && (
        <Button size="small" onClick={save} sx={{ alignSelf: 'flex-start' }}>
          {translate('list.bulk.file')}
        </Button>
      )}
    </>
  );
};
