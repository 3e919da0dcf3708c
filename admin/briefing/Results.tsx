import { Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Today } from './briefing.graphql.ts';

/** What each auditor answered: those who still have to pass come with the others, since tests wait for them. */
export const Results = ({ today }: { readonly today: Today }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const { auditors, briefingResults, editionBriefing } = today;
  const people = new Map([
    ...auditors.items.map((auditor) => [auditor.id, auditor] as const),
    ...briefingResults.map(({ auditor }) => [auditor.id, auditor] as const),
  ]);
  if (people.size === 0) return <Typography>{translate('room.briefing.noAuditor')}</Typography>;
  return (
    <Section flush title={translate('room.briefing.results')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('field.auditor')}</TableCell>
            <TableCell>{translate('field.state')}</TableCell>
            <TableCell align="right">{translate('room.briefing.tries')}</TableCell>
            <TableCell>{translate('room.briefing.last')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {[...people.values()].map(({ id, name, code }) => {
            // The last one first.
            const own = briefingResults.filter(({ auditor }) => auditor.id === id);
            const [last] = own;
            const passed = own.some((each) => each.passed);
            const state = last ? (passed ? 'passed' : 'failed') : 'untried';
            return (
              <TableRow key={id}>
                <TableCell component="th" scope="row">
                  <Link component={RouterLink} to={`${basename}/auditor/${id}/show`}>
                    {name}
                  </Link>{' '}
                  {code}
                </TableCell>
                <TableCell>
                  <Tag tone={passed ? 'success' : 'warning'} label={translate(`room.briefing.${state}`)} />
                </TableCell>
                <TableCell align="right">{format.number(own.length)}</TableCell>
                <TableCell>
                  {last
                    ? translate('room.briefing.lastOf', {
                        ...{ right: last.right, asked: last.asked, at: format.instant(last.answeredAt) },
                      })
                    : '—'}
                  {last && last.wording !== editionBriefing?.version && ` (${translate('room.briefing.older')})`}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Section>
  );
};
