import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import ArrowForwardOutlined from '@mui/icons-material/ArrowForwardOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CanAccess, Title, useBasename, usePermissions, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import type { Role } from '../kernel/access.ts';
import { PageActions } from '../kernel/layout/PageHead.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, NotFound, Refused, RefusedBy } from '../kernel/states.tsx';
import { ChannelsPart } from './ChannelsPart.tsx';
import { ClaimsPart } from './ClaimsPart.tsx';
import type { File } from './dossier.graphql.ts';
import { EvolutionPart } from './EvolutionPart.tsx';
import { NotePart } from './NotePart.tsx';
import { OpinionPart } from './OpinionPart.tsx';
import { ScorePart } from './ScorePart.tsx';
import { useFiles } from './useFiles.ts';

/** One file: what was found, what is sure of it, and what one thinks of it. */
export const FilePage = () => {
  const { mandateId = '', code = '' } = useParams();
  return (
    <CanAccess resource="dossier" action="list" accessDenied={<Refused />} loading={<Loading />}>
      <OneFile mandateId={mandateId} code={code} />
    </CanAccess>
  );
};

const OneFile = ({ mandateId, code }: { readonly mandateId: string; readonly code: string }) => {
  const translate = useTranslate();
  const { files, error, refetch } = useFiles(mandateId);
  if (!files)
    return (
      <>
        <Title preferenceKey={false} title={translate('dossier.one', { code })} />
        {error ? <RefusedBy error={error} retry={refetch} /> : <Loading />}
      </>
    );
  const at = files.findIndex((file) => file.code === code);
  const file = files[at];
  if (!file) return <NotFound />;
  return <Read key={file.id} file={file} before={files[at - 1]} after={files[at + 1]} />;
};

interface ReadProps {
  readonly file: File;
  readonly before: File | undefined;
  readonly after: File | undefined;
}

const Read = ({ file, before, after }: ReadProps) => {
  const translate = useTranslate();
  const basename = useBasename();
  const { permissions: role } = usePermissions<Role>();
  const { code, name, mandateId, award } = file;
  const list = `${basename}/dossier/${mandateId}`;
  const title = translate('dossier.one', { code });
  return (
    <>
      <Title preferenceKey={false} title={name ? `${title} · ${name}` : title} />
      <PageActions>
        {before && <Step to={`${list}/${before.code}`} icon={<ArrowBackOutlined />} code={before.code} />}
        {after && <Step to={`${list}/${after.code}`} icon={<ArrowForwardOutlined />} code={after.code} />}
      </PageActions>
      <Typography sx={{ mt: -3, mb: 5, fontSize: '0.875rem' }}>
        <Link to={list}>{award}</Link>
        {!name && <> · {translate('dossier.anonymous')}</>}
      </Typography>
      {file.withdrawn && (
        <Alert severity="warning" sx={{ mb: 4 }}>
          {translate('dossier.withdrew', { motive: file.withdrawn })}
        </Alert>
      )}
      <Box
        sx={{
          display: 'grid',
          columnGap: 5,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 400px' },
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <ScorePart file={file} />
          {file.presentation && (
            <Section title={translate('dossier.presentation')}>
              <Typography sx={{ whiteSpace: 'pre-line' }}>{file.presentation}</Typography>
            </Section>
          )}
          <ClaimsPart file={file} />
          <ChannelsPart file={file} />
          <EvolutionPart file={file} />
        </Box>
        {role === 'JUROR' && (
          <Box sx={{ minWidth: 0 }}>
            <NotePart file={file} />
            <OpinionPart file={file} />
          </Box>
        )}
      </Box>
    </>
  );
};

const Step = ({ to, icon, code }: { readonly to: string; readonly icon: ReactNode; readonly code: string }) => {
  const translate = useTranslate();
  return (
    <Button variant="outlined" component={Link} to={to} startIcon={icon} sx={{ minHeight: 44 }}>
      {translate('dossier.one', { code })}
    </Button>
  );
};
