import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { identifiersIn } from '../../server/privacy/privacy.rules.ts';
import { useFormat } from '../kernel/format.ts';
import { lastMinuteOf, PARIS } from '../kernel/paris.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { AttachPart } from './AttachPart.tsx';
import type { Speaker } from './provisional.graphql.ts';
import type { Claims } from './useClaims.ts';

interface DraftPartProps {
  readonly speaker: Speaker;
  readonly claims: Claims;
  /** The name of whoever is signed in; null by a link: they give theirs. */
  readonly reader: string | null;
  readonly until: string | null;
}

/** The claim that is being written: one text for each criterion, kept as a draft or submitted. */
export const DraftPart = ({ speaker, claims, reader, until }: DraftPartProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { points, name, pending } = claims;
  return (
    <Section title={translate('provisional.draft')}>
      <Typography variant="body2" sx={{ mb: 4 }}>
        {translate('provisional.draftMore')}{' '}
        {until && translate('provisional.until', { at: format.instantIn(lastMinuteOf(until), PARIS) })}
      </Typography>
      {points.map(({ code, label, statement }) => (
        <Box key={code} sx={{ mb: 5 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2 }}>
            <Typography sx={{ flex: 1, minWidth: 200, fontWeight: 600 }}>{label}</Typography>
            <Button
              color="inherit"
              sx={{ minHeight: 44 }}
              aria-label={translate('provisional.removeOf', { label })}
              onClick={() => claims.drop(code)}
            >
              {translate('provisional.remove')}
            </Button>
          </Box>
          <TextField
            id={`claim-${code}`}
            label={translate('provisional.statement')}
            helperText={translate('provisional.statementHelp')}
            required
            fullWidth
            multiline
            minRows={4}
            value={statement}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
            onChange={({ target }) => claims.write(code, target.value)}
          />
          <Personal statement={statement} />
          <AttachPart speaker={speaker} claims={claims} code={code} label={label} />
        </Box>
      ))}
      {reader === null && (
        <TextField
          label={translate('provisional.name')}
          required
          fullWidth
          value={name}
          autoComplete="name"
          slotProps={{ htmlInput: { maxLength: 200 } }}
          onChange={({ target }) => claims.setName(target.value)}
          sx={{ mb: 5 }}
        />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
        <Button
          variant="contained"
          size="large"
          sx={{ minHeight: 48 }}
          disabled={pending || points.length === 0}
          onClick={() => setAsking(true)}
        >
          {translate('provisional.submit')}
        </Button>
        <Button variant="outlined" size="large" disabled={pending} onClick={() => void claims.keep()}>
          {translate('provisional.keep')}
        </Button>
        <Button color="error" size="large" disabled={pending} onClick={() => void claims.discard()}>
          {translate('provisional.discard')}
        </Button>
      </Box>
      <ConfirmDialog
        open={asking}
        title={translate('provisional.submitAsk')}
        action={translate('provisional.submit')}
        pending={pending}
        refusal={null}
        onCancel={() => setAsking(false)}
        onConfirm={() => void claims.submit().then(() => setAsking(false))}
      >
        {translate('provisional.submitMore')}
      </ConfirmDialog>
    </Section>
  );
};

/** What in a statement may identify a person, as it is written: a suspicion, to judge before it is sent. */
const Personal = ({ statement }: { readonly statement: string }) => {
  const translate = useTranslate();
  const format = useFormat();
  const found = [...new Set(identifiersIn(statement).map(({ text }) => `« ${text} »`))];
  return (
    <Box role="status">
      {found.length > 0 && (
        <Alert severity="warning" sx={{ mt: 2 }}>
          {translate('provisional.personalData', { found: format.list(found) })}
        </Alert>
      )}
    </Box>
  );
};
