import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../kernel/record/Section.tsx';
import { Empty } from '../kernel/states.tsx';
import { LeftMember } from './LeftMember.tsx';
import { MemberRow } from './MemberRow.tsx';
import type { PanelSheet, Progress } from './panel.graphql.ts';
import { seatedIn } from './state.ts';

const ORDER = ['CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER'];

/** Those who sit or may, by office; below, those who left, whose work stays marked as theirs. */
export const Members = ({
  panel,
  progress,
}: {
  readonly panel: PanelSheet;
  readonly progress: Progress | undefined;
}) => {
  const translate = useTranslate();
  const held = panel.jurors
    .filter(({ state }) => state !== 'LEFT')
    .toSorted((a, b) => ORDER.indexOf(a.office) - ORDER.indexOf(b.office));
  const gone = panel.jurors.filter(({ state }) => state === 'LEFT');
  return (
    <Section
      title={translate('room.panel.members')}
      aside={
        held.length > 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('room.panel.seatedOf', { seated: seatedIn(panel).length, smart_count: held.length })}
          </Typography>
        )
      }
      flush
    >
      {held.length === 0 && (
        <Empty title={translate('room.panel.noMember')} more={translate('room.panel.noMemberMore')} />
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {held.map((juror) => (
          <MemberRow
            key={juror.id}
            panel={panel}
            juror={juror}
            progress={progress?.jurorProgress.find((one) => one.juror.id === juror.id)}
          />
        ))}
      </Box>
      {gone.length > 0 && (
        <Box sx={{ px: 5, py: 3, borderTop: 1, borderColor: 'divider' }}>
          <Typography component="h3" variant="h4" sx={{ mb: 1 }}>
            {translate('room.panel.gone')}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {gone.map((juror) => (
              <LeftMember key={juror.id} juror={juror} by={panel.jurors.find((one) => one.replaces?.id === juror.id)} />
            ))}
          </Box>
        </Box>
      )}
    </Section>
  );
};
