import { Box, Card, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { CanAccess, Title, useBasename, usePermissions, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { Role } from '../kernel/access.ts';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { PageActions } from '../kernel/layout/PageHead.tsx';
import { Wide } from '../kernel/record/Wide.tsx';
import { StepAsideButton } from '../kernel/StepAsideButton.tsx';
import { Empty, Loading, Refused, RefusedBy } from '../kernel/states.tsx';
import type { File } from './dossier.graphql.ts';
import { useFiles } from './useFiles.ts';

/** The short list of one award: one line a file. */
export const ShortListPage = () => {
  const { mandateId = '' } = useParams();
  return (
    <CanAccess resource="dossier" action="list" accessDenied={<Refused />} loading={<Loading />}>
      <ShortList key={mandateId} mandateId={mandateId} />
    </CanAccess>
  );
};

const ShortList = ({ mandateId }: { readonly mandateId: string }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const navigate = useNavigate();
  const { permissions: role } = usePermissions<Role>();
  const { files, error, refetch } = useFiles(mandateId);
  const title = files?.[0]?.award ?? translate('dossier.shortList');
  return (
    <>
      <Title preferenceKey={false} title={title} />
      {error && !files && <RefusedBy error={error} retry={refetch} />}
      {!error && !files && <Loading />}
      {files && role === 'JUROR' && (
        <PageActions>
          <StepAsideButton mandateId={mandateId} award={title} onDone={() => navigate(`${basename}/dossier`)} />
        </PageActions>
      )}
      {files?.length === 0 && (
        <Card>
          <Empty title={translate('dossier.empty')} more={translate('dossier.emptyMore')} />
        </Card>
      )}
      {files && files.length > 0 && <Lines files={files} />}
    </>
  );
};

const Lines = ({ files }: { readonly files: readonly File[] }) => {
  const translate = useTranslate();
  return (
    <Card>
      <Wide label="short-list" sx={{}}>
        <Table size="small" sx={{ '& tbody tr:last-of-type > *': { borderBottom: 0 } }}>
          <caption id="short-list" style={{ captionSide: 'top' }}>
            {translate('dossier.caption', { smart_count: files.length })}
          </caption>
          <TableHead>
            <TableRow>
              <TableCell>{translate('dossier.file')}</TableCell>
              <TableCell align="right">{translate('dossier.score')}</TableCell>
              <TableCell align="right">{translate('dossier.rank')}</TableCell>
              <TableCell>{translate('dossier.opinion')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {files.map((file) => (
              <Line key={file.id} file={file} />
            ))}
          </TableBody>
        </Table>
      </Wide>
    </Card>
  );
};

const Line = ({ file }: { readonly file: File }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const format = useFormat();
  const { code, name, mandateId, score, rank, opinion, withdrawn } = file;
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        <Box
          component={Link}
          to={`${basename}/dossier/${mandateId}/${code}`}
          sx={{
            display: 'inline-flex',
            alignItems: 'center',
            minHeight: 44,
            fontSize: '1rem',
            fontWeight: 650,
            color: 'primary.main',
          }}
        >
          {name ? `${code} · ${name}` : translate('dossier.one', { code })}
        </Box>
      </TableCell>
      <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {format.score(score)}
      </TableCell>
      <TableCell align="right">{rank === null ? '—' : format.ordinal(rank)}</TableCell>
      <TableCell>
        {withdrawn ? (
          <Tag tone="warning" label={translate('dossier.withdrawn')} />
        ) : (
          opinion && <Tag tone="success" label={translate('dossier.given')} />
        )}
      </TableCell>
    </TableRow>
  );
};
