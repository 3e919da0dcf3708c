import ArticleOutlined from '@mui/icons-material/ArticleOutlined';
import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetIdentity, useNotify, useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { PageActions } from '../kernel/layout/PageHead.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import type { Build, Text } from './synthesis.graphql.ts';
import type { useDraft } from './useText.ts';

interface StandingProps {
  readonly text: Text;
  readonly draft: ReturnType<typeof useDraft>;
  readonly build: Build;
}

/** Where a text stands, on which version it is built, and what may be done with it. */
export const Standing = ({ text, draft, build }: StandingProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const { current } = text;
  const state = draft.dirty ? 'unsaved' : !current ? 'proposed' : current.approvedAt ? 'approved' : 'draft';
  const tone = { unsaved: 'warning', proposed: 'muted', approved: 'success', draft: 'info' } as const;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 4 }}>
      <Tag tone={tone[state]} label={translate(`room.synthesis.state.${state}`)} />
      <Tag
        tone={build.published ? 'success' : 'warning'}
        label={translate(build.published ? 'room.synthesis.onVersion' : 'room.synthesis.onRehearsal', {
          name: build.version,
        })}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', flex: '1 1 240px' }}>
        {!current && translate('room.synthesis.proposedMore')}
        {current &&
          translate(current.approvedAt ? 'room.synthesis.approvedBy' : 'room.synthesis.writtenBy', {
            ...{ number: current.number, author: current.authorName, day: format.instant(current.createdAt) },
            ...{ approver: current.approvedByName, on: current.readOn },
          })}
      </Typography>
      <Actions text={text} draft={draft} build={build} />
    </Box>
  );
};

const Actions = ({ text: { current }, draft, build }: StandingProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { identity } = useGetIdentity();
  const [asking, setAsking] = useState(false);
  const save = async () => {
    if (await draft.save()) notify('room.synthesis.saved', { type: 'success' });
  };
  const printable = current !== null && !draft.dirty && build.faults.length === 0;
  const blocked = build.faults.some(({ code }) => code !== 'STALE');
  const toApprove = current !== null && !draft.dirty && !blocked && (!current.approvedAt || build.faults.length > 0);
  const own = current?.authorName === identity?.fullName;
  return (
    <PageActions>
      {printable && (
        <>
          <Button
            color="inherit"
            variant="outlined"
            startIcon={<ArticleOutlined />}
            href={`/admin/reports/text/${current.id}.txt`}
            download
          >
            {translate('room.synthesis.plain')}
          </Button>
          <Button
            color="inherit"
            variant="outlined"
            startIcon={<PictureAsPdfOutlined />}
            href={`/admin/reports/text/${current.id}.pdf`}
            download
          >
            PDF
          </Button>
        </>
      )}
      {toApprove && !own && (
        <Button variant="contained" onClick={() => setAsking(true)}>
          {translate('room.synthesis.approve')}
        </Button>
      )}
      {(draft.dirty || !current) && (
        <Button variant="contained" disabled={draft.pending} onClick={() => void save()}>
          {translate('ra.action.save')}
        </Button>
      )}
      {asking && current && (
        <ConfirmDialog
          open
          title={translate('room.synthesis.approveAsk', { number: current.number })}
          action={translate('room.synthesis.approve')}
          pending={draft.pending}
          onCancel={() => setAsking(false)}
          onConfirm={async () => {
            if (await draft.approve(current.id, build.hash)) notify('room.synthesis.approved', { type: 'success' });
            setAsking(false);
          }}
        >
          <p style={{ margin: 0 }}>{translate('room.synthesis.approveMore', { name: build.version })}</p>
          {build.names.length > 0 && (
            <p style={{ margin: '12px 0 0' }}>
              {translate('room.synthesis.names', { names: build.names.join(' ; ') })}
            </p>
          )}
        </ConfirmDialog>
      )}
    </PageActions>
  );
};
