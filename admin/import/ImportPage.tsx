import { Alert, Box } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Navigate, NavLink, useParams } from 'react-router-dom';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { DropZone } from './DropZone.tsx';
import { Expected } from './Expected.tsx';
import { isKind, type Kind, kinds, rightFor } from './kinds.ts';
import { Runs } from './Runs.tsx';
import { useStart } from './useStart.ts';

/** A file becomes structures, enrolments, contacts or audits: chosen here, examined and imported at an address of its own. */
export const ImportPage = () => {
  const { kind } = useParams();
  const basename = useBasename();
  if (!isKind(kind)) return <Navigate to={`${basename}/import/audit`} replace />;
  return (
    <EditionPage resource="upload" title={`room.import.title.${kind}`} tabs={false}>
      {(edition) => (
        <>
          <Kinds />
          <Importing key={`${kind}${edition.id}`} kind={kind} edition={edition} />
          <Runs key={`runs ${kind}${edition.id}`} kind={kind} edition={edition} />
        </>
      )}
    </EditionPage>
  );
};

const Importing = ({ kind, edition }: { readonly kind: Kind; readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const right = rightFor[kind];
  const closed = right !== null && !edition.rights.includes(right);
  return (
    <>
      <Box component="p" sx={{ mt: 0, mb: 4, maxWidth: '75ch', color: 'text.secondary' }}>
        {translate(`room.import.about.${kind}`)}
      </Box>
      {closed ? (
        <Alert severity="info" sx={{ mb: 4 }}>
          {translate(`room.import.closed.${kind}`, { phase: translate(`enum.EditionPhase.${edition.phase}`) })}
        </Alert>
      ) : (
        <File kind={kind} edition={edition} />
      )}
      <Expected kind={kind} edition={edition} />
    </>
  );
};

const File = ({ kind, edition }: { readonly kind: Kind; readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const { stage, choose, cancel } = useStart(kind, edition.id);
  return (
    <Section title={translate('room.import.step.file')}>
      <DropZone stage={stage} onFile={(file) => void choose(file)} onCancel={cancel} />
    </Section>
  );
};

/** The kinds of file, each at its own address. */
const Kinds = () => {
  const translate = useTranslate();
  const basename = useBasename();
  return (
    <Box
      component="nav"
      aria-label={translate('room.import.tabs')}
      sx={{ display: 'flex', gap: 1, mb: 4, borderBottom: 1, borderColor: 'divider', overflowX: 'auto' }}
    >
      {kinds.map((kind) => (
        <Box
          key={kind}
          component={NavLink}
          to={`${basename}/import/${kind}`}
          sx={{
            px: 3,
            py: 2,
            mb: '-1px',
            fontWeight: 600,
            color: 'text.secondary',
            textDecoration: 'none',
            borderBottom: '2px solid transparent',
            '@media (pointer: coarse)': { py: 3 },
            '&:focus-visible': { outlineOffset: '-2px' },
            '&.active': { color: 'primary.main', borderColor: 'primary.main' },
          }}
        >
          {translate(`room.import.kind.${kind}`)}
        </Box>
      ))}
    </Box>
  );
};
