import CheckCircle from '@mui/icons-material/CheckCircle';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { awardName, quorumIfAllCome } from '../kernel/jury.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Found, Panel } from './conflict.graphql.ts';

interface CostsProps {
  readonly panel: Panel;
  readonly verdicts: Found['awardVerdicts'];
}

/** What recusals cost, award by award: who leaves, how many may still decide, and whether they are enough. */
export const Costs = ({ panel, verdicts }: CostsProps) => {
  const translate = useTranslate();
  if (panel.mandates.length === 0) return null;
  return (
    <Section title={translate('room.conflict.effects')} flush>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('field.award')}</TableCell>
            <TableCell>{translate('room.conflict.leave')}</TableCell>
            <TableCell align="right">{translate('room.conflict.entitled')}</TableCell>
            <TableCell align="right">{translate('room.conflict.needed')}</TableCell>
            <TableCell>{translate('field.quorum')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {panel.mandates.map((mandate) => (
            <CostRow key={mandate.id} mandate={mandate} verdicts={verdicts} />
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};

const CostRow = ({
  mandate,
  verdicts,
}: { readonly mandate: Panel['mandates'][number] } & Pick<CostsProps, 'verdicts'>) => {
  const translate = useTranslate();
  const format = useFormat();
  const voters = verdicts.filter((one) => one.mandate.id === mandate.id && one.juror.office !== 'SECRETARY');
  const recused = voters.filter((one) => one.recused);
  const { entitled, needed, reached } = quorumIfAllCome(voters.length, recused.length, mandate);
  return (
    <TableRow>
      <TableCell
        component="th"
        scope="row"
        sx={{ fontWeight: 600, minWidth: 160, 'tr:last-child > &': { borderBottom: 0 } }}
      >
        {awardName(mandate)}
      </TableCell>
      <TableCell sx={{ minWidth: 160 }}>
        {recused.length === 0 ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {translate('room.conflict.nobody')}
          </Box>
        ) : (
          format.list(recused.map(({ juror }) => juror.name))
        )}
      </TableCell>
      <TableCell align="right">{format.number(entitled)}</TableCell>
      <TableCell align="right">{format.number(needed)}</TableCell>
      <TableCell>
        <Tag
          tone={reached ? 'success' : 'error'}
          icon={reached ? CheckCircle : ErrorOutlined}
          label={translate(reached ? 'room.conflict.enough' : 'room.mandate.outOfReach')}
        />
      </TableCell>
    </TableRow>
  );
};
