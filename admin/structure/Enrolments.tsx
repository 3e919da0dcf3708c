import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { type RaRecord, useGetManyReference, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Loading } from '../kernel/states.tsx';

/** What this page reads of an enrolment; the room of enrolments asks for it. */
interface Enrolled extends RaRecord<string> {
  readonly edition: { readonly year: number; readonly ordinal: number; readonly phase: string };
  readonly category: { readonly label: string };
  readonly tier: string;
  readonly reception: boolean;
}

/** The editions the structure in context takes part in, the latest first. */
export const Enrolments = () => {
  const translate = useTranslate();
  const format = useFormat();
  const structure = useRecordContext();
  const { data, isPending } = useGetManyReference<Enrolled>('enrolment', {
    target: 'structureId',
    id: structure?.id ?? '',
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'edition.year', order: 'DESC' },
  });
  return (
    <Section title={translate('room.structure.enrolments')} flush>
      {isPending && <Loading />}
      {data?.length === 0 && (
        <Typography variant="body2" sx={{ p: 5, color: 'text.secondary' }}>
          {translate('room.structure.noEnrolment')}
        </Typography>
      )}
      {data && data.length > 0 && (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('field.edition')}</TableCell>
              <TableCell>{translate('field.category')}</TableCell>
              <TableCell>{translate('field.tier')}</TableCell>
              <TableCell>{translate('field.reception')}</TableCell>
              <TableCell>{translate('field.phase')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {data.map(({ id, edition, category, tier, reception }) => (
              <TableRow key={id}>
                <TableCell>
                  <Link to={`/${edition.year}/enrolment/${id}/show`}>
                    {edition.year} · {format.ordinal(edition.ordinal)}
                  </Link>
                </TableCell>
                <TableCell>{category.label}</TableCell>
                <TableCell>{translate(`enum.Tier.${tier}`)}</TableCell>
                <TableCell>{translate(reception ? 'list.yes' : 'list.no')}</TableCell>
                <TableCell>
                  <Chip of="EditionPhase" value={edition.phase} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
};
