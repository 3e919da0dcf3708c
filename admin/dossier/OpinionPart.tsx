import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { useAct } from '../kernel/useAct.ts';
import { useKept } from '../kernel/useKept.ts';
import { type File, GiveOpinion } from './dossier.graphql.ts';

/** One's opinion, for the other members; theirs are shown once one's own is given. */
export const OpinionPart = ({ file }: { readonly file: File }) => {
  const translate = useTranslate();
  const [correcting, setCorrecting] = useState(false);
  const { opinion, opinions } = file;
  return (
    <Section title={translate('dossier.myOpinion')}>
      {opinion && !correcting ? (
        <>
          <Typography sx={{ whiteSpace: 'pre-line' }}>{opinion}</Typography>
          <Button sx={{ mt: 2, minHeight: 44 }} onClick={() => setCorrecting(true)}>
            {translate('dossier.correct')}
          </Button>
        </>
      ) : (
        <OpinionForm file={file} onDone={() => setCorrecting(false)} />
      )}
      <Typography component="h3" variant="h3" sx={{ mt: 5, mb: 2 }}>
        {translate('dossier.opinions')}
      </Typography>
      {opinions === null && <Typography sx={{ color: 'text.secondary' }}>{translate('dossier.blind')}</Typography>}
      {opinions?.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{translate('dossier.noOpinion')}</Typography>
      )}
      {opinions?.map((each) => (
        <Other key={`${each.name} ${each.at}`} opinion={each} />
      ))}
    </Section>
  );
};

const OpinionForm = ({ file, onDone }: { readonly file: File; readonly onDone: () => void }) => {
  const translate = useTranslate();
  const { act, pending, refusal } = useAct(['files', 'seats']);
  const kept = useKept(`opinion.${file.id}`, file.opinion ?? '');
  const give = async () => {
    if (!(await act(GiveOpinion, { id: file.id, text: kept.value.trim() }))) return;
    kept.forget();
    onDone();
  };
  return (
    <Box>
      <TextField
        label={translate('dossier.opinionLabel')}
        helperText={translate('dossier.opinionHelp')}
        multiline
        minRows={3}
        value={kept.value}
        onChange={({ target }) => kept.set(target.value)}
      />
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mt: 2 }}>
          {refusal}
        </Alert>
      )}
      <Button
        variant="contained"
        sx={{ mt: 3, minHeight: 48 }}
        disabled={pending || kept.value.trim() === ''}
        onClick={() => void give()}
      >
        {translate('dossier.give')}
      </Button>
    </Box>
  );
};

const Other = ({
  opinion: { name, former, text, at },
}: {
  readonly opinion: NonNullable<File['opinions']>[number];
}) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box sx={{ py: 3, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Typography sx={{ fontWeight: 650 }}>
        {name}
        {former && ` (${translate('dossier.former')})`}
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-line' }}>{text}</Typography>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {format.instant(at)}
      </Typography>
    </Box>
  );
};
