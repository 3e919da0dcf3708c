import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useBasename, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { sirenInGroups } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { StructureSheet } from './structure.graphql.ts';

/** The sites that belong to the body in context; nothing for a body without any. */
export const Sites = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const sites = useRecordContext<StructureSheet>()?.sites ?? [];
  if (sites.length === 0) return null;
  return (
    <Section title={translate('room.structure.sites', { smart_count: sites.length })} flush>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('field.name')}</TableCell>
            <TableCell>{translate('field.kind')}</TableCell>
            <TableCell>{translate('field.departmentCode')}</TableCell>
            <TableCell>{translate('field.siret')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {sites.map((site) => (
            <TableRow key={site.id}>
              <TableCell>
                <Link to={`${basename}/structure/${site.id}/show`}>{site.name}</Link>
              </TableCell>
              <TableCell>{translate(`enum.StructureKind.${site.kind}`)}</TableCell>
              <TableCell>{site.departmentCode ?? '—'}</TableCell>
              <TableCell>{sirenInGroups(site.siret)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};
