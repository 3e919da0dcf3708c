import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import { Alert, Button } from '@mui/material';
import { useBasename, useCanAccess, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Tag } from '../kernel/chips.tsx';
import { useEdition } from '../kernel/edition.tsx';
import { sirenInGroups, useFormat } from '../kernel/format.ts';
import { EditLink } from '../kernel/record/EditLink.tsx';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { RecordPage } from '../kernel/record/RecordPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Enrolments } from './Enrolments.tsx';
import { Sites } from './Sites.tsx';
import type { StructureSheet } from './structure.graphql.ts';

/** One structure: what it is, where, its sites, the editions it took part in. */
export const StructureShow = () => (
  <RecordPage noun="structure" state={<Fictional />} actions={<Actions />}>
    <Identity />
    <Sites />
    <Enrolments />
  </RecordPage>
);

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
  const { parent, population, populationYear } = structure;
  return (
    <Section title={translate('room.structure.identity')}>
      {structure.fictional && (
        <Alert severity="info" sx={{ mb: 4 }}>
          {translate('room.structure.fictionalMore')}
        </Alert>
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
        <Fact source="departmentCode">{structure.departmentCode}</Fact>
        <Fact source="regionCode">{structure.regionCode}</Fact>
        <Fact source="population">
          {population !== null &&
            translate('room.structure.inhabitants', {
              count: format.number(population),
              year: populationYear ? ` (${populationYear})` : '',
            })}
        </Fact>
      </Facts>
    </Section>
  );
};
