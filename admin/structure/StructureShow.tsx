import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import { Alert, Box, Button } from '@mui/material';
import { useBasename, useCanAccess, useRecordContext, useTranslate } from 'react-admin';
import { Link, Navigate, useParams } from 'react-router-dom';
import { Tag } from '../kernel/chips.tsx';
import { useEdition } from '../kernel/edition.tsx';
import { sirenInGroups, useFormat } from '../kernel/format.ts';
import { EditLink } from '../kernel/record/EditLink.tsx';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { RecordPage } from '../kernel/record/RecordPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Contacts } from './Contacts.tsx';
import { Duplicates } from './Duplicates.tsx';
import { Enrolments } from './Enrolments.tsx';
import { Family } from './Family.tsx';
import { Mismatch } from './Mismatch.tsx';
import type { StructureSheet } from './structure.graphql.ts';

/** One structure: what it is, where, its sites, the editions it took part in. */
export const StructureShow = () => (
  <RecordPage noun="structure" state={<Fictional />} actions={<Actions />}>
    <Merged />
    <Identity />
    <Duplicates />
    <Family />
    <Contacts />
    <Enrolments />
  </RecordPage>
);

/** The address of a structure that was merged leads on to the one it was merged into. */
const Merged = () => {
  const basename = useBasename();
  const { id } = useParams();
  const structure = useRecordContext<StructureSheet>();
  return structure && id && structure.id !== id ? (
    <Navigate to={`${basename}/structure/${structure.id}/show`} replace />
  ) : null;
};

const Fictional = () => {
  const translate = useTranslate();
  return useRecordContext<StructureSheet>()?.fictional ? <Tag label={translate('room.structure.fictional')} /> : null;
};

const Actions = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const edition = useEdition();
  const structure = useRecordContext<StructureSheet>();
  const { canAccess } = useCanAccess({ resource: 'structure', action: 'edit' });
  if (!structure || !canAccess) return null;
  return (
    <>
      {edition?.rights.includes('ENROL') && (
        <Button
          variant="outlined"
          component={Link}
          to={`${basename}/enrolment/create?structureId=${structure.id}`}
          startIcon={<HowToRegOutlined />}
        >
          {translate('room.structure.enrol', { year: edition.year })}
        </Button>
      )}
      <EditLink />
    </>
  );
};

const Identity = () => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const structure = useRecordContext<StructureSheet>();
  if (!structure) return null;
  const { parent, population, populationYear, territoryMismatch } = structure;
  // What a list has read of it does not say.
  const { aliases = [] } = structure as Partial<StructureSheet>;
  return (
    <Section title={translate('room.structure.identity')}>
      {structure.fictional && (
        <Alert severity="info" sx={{ mb: 4 }}>
          {translate('room.structure.fictionalMore')}
        </Alert>
      )}
      {territoryMismatch && (
        <Box sx={{ mb: 4 }}>
          <Mismatch mismatch={territoryMismatch} />
        </Box>
      )}
      <Facts>
        <Fact source="kind">{translate(`enum.StructureKind.${structure.kind}`)}</Fact>
        <Fact source="reference">{structure.reference}</Fact>
        <Fact source="parent">
          {parent && <Link to={`${basename}/structure/${parent.id}/show`}>{parent.name}</Link>}
        </Fact>
        <Fact source="siren">{sirenInGroups(structure.siren)}</Fact>
        <Fact source="siret">{sirenInGroups(structure.siret)}</Fact>
        <Fact source="inseeCode">{structure.inseeCode}</Fact>
        <Fact source="departmentCode">{placeOf(structure.departmentName, structure.departmentCode)}</Fact>
        <Fact source="regionCode">{placeOf(structure.regionName, structure.regionCode)}</Fact>
        <Fact source="population">
          {population === null
            ? null
            : translate('room.structure.inhabitants', {
                count: format.number(population),
                year: populationYear ? ` (${populationYear})` : '',
              })}
        </Fact>
        {aliases.length > 0 && (
          <Fact source="aliases" wide>
            {format.list(aliases.map(({ reference, name }) => `${name} (${reference})`))}
          </Fact>
        )}
      </Facts>
    </Section>
  );
};

/** "Bas-Rhin (67)"; the code alone where the reference does not know it. */
const placeOf = (name: string | null, code: string | null): string | null => (name ? `${name} (${code})` : code);
