import { Alert, Button } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { Section } from '../kernel/record/Section.tsx';
import { Apply } from './Apply.tsx';
import { FileFaults } from './FileFaults.tsx';
import { Headings } from './Headings.tsx';
import type { Run } from './import.graphql.ts';
import { kindOf } from './kinds.ts';
import { Passages } from './Passages.tsx';
import { useRunActs } from './useRun.ts';
import { Verdicts } from './Verdicts.tsx';

/** What a file would do, row by row; how its columns are understood; and the choice to import it or not. */
export const Preview = ({ run }: { readonly run: Run }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const basename = useBasename();
  const acts = useRunActs(run);
  const leave = async () => {
    await acts.cancel.mutateAsync();
    navigate(`${basename}/import/${kindOf(run)}`);
  };
  const aside = (
    <Button color="inherit" disabled={acts.cancel.isPending} onClick={() => void leave().catch(() => {})}>
      {translate('room.import.again')}
    </Button>
  );
  return (
    <>
      <Section title={`${translate('room.import.step.preview')} · ${run.upload.name}`} aside={aside}>
        {run.failure === 'IMPORT_MOVED' && (
          <Alert severity="warning" role="alert" sx={{ mb: 4 }}>
            {translate('room.import.moved')}
          </Alert>
        )}
        {acts.refusal && (
          <Alert severity="error" role="alert" sx={{ mb: 4 }}>
            {translate(acts.refusal)}
          </Alert>
        )}
        {run.faults.length > 0 ? <FileFaults run={run} /> : <Apply run={run} apply={acts.apply} />}
        {run.headings.length > 0 && <Headings run={run} map={acts.map} />}
      </Section>
      {run.passages.length > 0 && <Passages run={run} decide={acts.decide} />}
      {run.faults.length === 0 && <Verdicts run={run} />}
    </>
  );
};
