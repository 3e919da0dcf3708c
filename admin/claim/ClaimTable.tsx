import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { PARIS } from '../kernel/paris.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Empty } from '../kernel/states.tsx';
import type { ClaimLine } from './claim.graphql.ts';

/** What structures contest, the latest first: each opens the claim beside what was observed. */
export const ClaimTable = ({ claims, total }: { readonly claims: readonly ClaimLine[]; readonly total: number }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  return (
    <Section flush={total > 0} title={translate('claim.list', { smart_count: total })}>
      {total === 0 ? (
        <Empty more={translate('claim.noClaim')} />
      ) : (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('claim.structure')}</TableCell>
              <TableCell>{translate('claim.criteria')}</TableCell>
              <TableCell>{translate('claim.submittedAt')}</TableCell>
              <TableCell>{translate('field.state')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {claims.map(({ id, enrolment, points, submittedAt, state, outcome }) => (
              <TableRow key={id}>
                <TableCell>
                  <Link to={`${basename}/claims/${id}`}>{enrolment.structure.name}</Link>
                </TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  {translate('claim.criteriaCount', { smart_count: points.length })}
                </TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  {submittedAt ? format.instantIn(submittedAt, PARIS) : ''}
                </TableCell>
                <TableCell>
                  {outcome ? <Chip of="ClaimOutcome" value={outcome} /> : <Chip of="ClaimState" value={state} />}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
};
