import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Wide } from '../kernel/record/Wide.tsx';
import { PodiumCell } from './PodiumCell.tsx';
import { PolicyHead } from './PolicyHead.tsx';
import { podiumInForce } from './podiums.ts';
import type { Outcomes } from './workshop.graphql.ts';

interface PolicyTableProps {
  readonly outcomes: Outcomes;
  /** The id of what names it. */
  readonly label: string;
}

/** One row a category, one column a policy, the podium in force first. */
export const PolicyTable = ({ outcomes, label }: PolicyTableProps) => {
  const translate = useTranslate();
  return (
    <Wide label={label} sx={{ mx: -5 }}>
      <Table
        size="small"
        aria-labelledby={label}
        sx={{
          minWidth: 880,
          tableLayout: 'fixed',
          '& td, & th': { verticalAlign: 'top', py: 2, whiteSpace: 'normal' },
          '& td:first-of-type, & th:first-of-type': { pl: 5 },
          '& td:last-of-type, & th:last-of-type': { pr: 5 },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.workshop.category')}</TableCell>
            <TableCell>{translate('room.policies.inForce')}</TableCell>
            {outcomes.map((outcome) => (
              <TableCell key={outcome.policy}>
                <PolicyHead outcome={outcome} />
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {(outcomes[0]?.categories ?? []).map((first, i) => (
            <TableRow key={first.category.id}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>
                {first.category.label}
              </TableCell>
              <TableCell>
                <PodiumCell places={podiumInForce(first)} inForce />
              </TableCell>
              {outcomes.map(({ policy, categories }) => {
                const podium = categories[i];
                return (
                  <TableCell key={policy}>{podium && <PodiumCell places={podium.podium} of={podium} />}</TableCell>
                );
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Wide>
  );
};
