import { Alert, Button } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Counts } from './Counts.tsx';
import type { Report } from './import.graphql.ts';
import type { Kind } from './kinds.ts';

interface DoneProps {
  readonly kind: Kind;
  readonly name: string;
  readonly report: Report;
}

/** What an import did, and where to go next. */
export const Done = ({ kind, name, report }: DoneProps) => {
  const translate = useTranslate();
  const basename = useBasename();
  return (
    <>
      <Alert severity="success" role="status" sx={{ mb: 5 }}>
        {translate('room.import.done')} · {name}
      </Alert>
      <Counts report={report} done />
      <Button variant="contained" component={Link} to={`${basename}/${kind}`}>
        {translate(`room.import.doneMore.${kind}`)}
      </Button>
    </>
  );
};
