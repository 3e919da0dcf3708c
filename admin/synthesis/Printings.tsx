import { Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { PublishDialog, WithdrawDialog } from './PrintingDialogs.tsx';
import type { Build, Printing, Text } from './synthesis.graphql.ts';

interface PrintingsProps {
  readonly text: Text;
  readonly build: Build;
  /** Whether what is on the desk is what was saved. */
  readonly saved: boolean;
}

/** What of a text the public may read, at which address, and what may be done about it. */
export const Printings = ({ text, build, saved }: PrintingsProps) => {
  const translate = useTranslate();
  const [publishing, setPublishing] = useState(false);
  const { printings, current } = text;
  const there = printings.some(({ name }) => name === build.version);
  const ready = build.published && !there && saved && current?.approvedAt != null && build.faults.length === 0;
  return (
    <Section title={translate('room.synthesis.public.title')}>
      {!there && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 3 }}>
          {translate(`room.synthesis.public.${build.published ? (ready ? 'ready' : 'notReady') : 'embargoed'}`, {
            name: build.version,
          })}
        </Typography>
      )}
      {printings.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {printings.map((printing) => (
            <PrintingLine key={printing.id} printing={printing} latest={printing.name === build.version} />
          ))}
        </Box>
      )}
      {ready && (
        <Button variant="contained" onClick={() => setPublishing(true)}>
          {translate('room.synthesis.public.publish', { name: build.version })}
        </Button>
      )}
      {publishing && current && <PublishDialog id={current.id} build={build} onClose={() => setPublishing(false)} />}
    </Section>
  );
};

/** One text that was given to the public: there, superseded by that of a later version, or withdrawn. */
const PrintingLine = ({ printing, latest }: { readonly printing: Printing; readonly latest: boolean }) => {
  const translate = useTranslate();
  const format = useFormat();
  const [withdrawing, setWithdrawing] = useState(false);
  const { name, path, sha256, number, publishedAt, publishedByName, withdrawnAt } = printing;
  const state = withdrawnAt ? 'withdrawn' : latest ? 'online' : 'superseded';
  const tone = { withdrawn: 'error', online: 'success', superseded: 'muted' } as const;
  return (
    <Box component="li" sx={{ py: 3, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Tag tone={tone[state]} label={translate(`room.synthesis.public.state.${state}`)} />
        <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
          {withdrawnAt ? path : <Link href={path}>{path}</Link>}
        </Box>
        {!withdrawnAt && (
          <Button color="inherit" variant="outlined" onClick={() => setWithdrawing(true)}>
            {translate('room.synthesis.public.withdraw')}
          </Button>
        )}
      </Box>
      <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
        {translate('room.synthesis.public.by', { number, by: publishedByName, day: format.instant(publishedAt) })}
      </Typography>
      {withdrawnAt && (
        <Typography variant="body2">
          {translate('room.synthesis.public.withdrawnBy', {
            ...{ by: printing.withdrawnByName, day: format.instant(withdrawnAt), reason: printing.withdrawnReason },
          })}
        </Typography>
      )}
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        SHA-256 {sha256}
      </Typography>
      {withdrawing && <WithdrawDialog printing={printing} name={name} onClose={() => setWithdrawing(false)} />}
    </Box>
  );
};
