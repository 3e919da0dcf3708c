import { Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Tag } from '../kernel/chips.tsx';
import { awardName, quorumIfAllCome, useQuorumInWords } from '../kernel/jury.ts';
import { Section } from '../kernel/record/Section.tsx';
import { EntrustDialog } from './EntrustDialog.tsx';
import type { PanelMandate, PanelSheet, Progress } from './panel.graphql.ts';

interface AwardsProps {
  readonly panel: PanelSheet;
  readonly progress: Progress | undefined;
}

/** The awards entrusted to the panel: how each is decided, its short list, who leaves for it. */
export const Awards = ({ panel, progress }: AwardsProps) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={translate('room.panel.awards')}
      aside={
        <Button size="small" onClick={() => setOpen(true)}>
          {translate('room.panel.entrust')}
        </Button>
      }
      flush
    >
      {panel.mandates.length === 0 && <Box sx={{ px: 5, py: 4 }}>{translate('room.panel.noAwardMore')}</Box>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {panel.mandates.map((mandate) => (
          <AwardRow key={mandate.id} mandate={mandate} progress={progress} />
        ))}
      </Box>
      {open && <EntrustDialog panel={panel} onClose={() => setOpen(false)} />}
    </Section>
  );
};

const AwardRow = ({
  mandate,
  progress,
}: {
  readonly mandate: PanelMandate;
  readonly progress: Progress | undefined;
}) => {
  const translate = useTranslate();
  const basename = useBasename();
  const quorum = useQuorumInWords();
  const listed = mandate.candidates.filter(({ withdrawnAt }) => !withdrawnAt).length;
  const verdicts =
    progress?.awardVerdicts.filter((one) => one.mandate.id === mandate.id && one.juror.office !== 'SECRETARY') ?? [];
  const recused = verdicts.filter((one) => one.recused).length;
  const { reached } = quorumIfAllCome(verdicts.length, recused, mandate);
  return (
    <Box
      component="li"
      sx={{ px: 5, py: 3, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, alignItems: 'center' }}>
        <Link
          component={RouterLink}
          to={`${basename}/mandate/${mandate.id}/show`}
          sx={{ fontWeight: 600, flex: '1 1 240px', minWidth: 0 }}
        >
          {awardName(mandate)}
        </Link>
        {mandate.frozenAt && <Tag tone="info" label={translate('room.mandate.frozen')} />}
        {listed === 0 && <Tag tone="warning" label={translate('room.mandate.toDraw')} />}
        {verdicts.length > 0 && !reached && <Tag tone="error" label={translate('room.mandate.outOfReach')} />}
      </Box>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
        {[
          translate(`enum.VotingMode.${mandate.mode}`),
          translate('room.mandate.quorumIs', { quorum: quorum(mandate) }),
          ...(listed > 0 ? [translate('room.mandate.listed', { smart_count: listed })] : []),
          ...(recused > 0 ? [translate('room.mandate.recused', { smart_count: recused })] : []),
        ].join(' · ')}
      </Typography>
    </Box>
  );
};
