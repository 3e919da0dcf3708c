import { Box, Link } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useBasename, useRecordContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import { EditLink } from '../kernel/record/EditLink.tsx';
import { RecordPage } from '../kernel/record/RecordPage.tsx';
import { DrawButton } from './DrawButton.tsx';
import { Giveaways } from './Giveaways.tsx';
import { type Mandate, MandateChecks } from './mandate.graphql.ts';
import { Recusals } from './Recusals.tsx';
import { Rules } from './Rules.tsx';
import { ShortList } from './ShortList.tsx';
import { WithdrawButton } from './WithdrawButton.tsx';

/** One award before a panel: the rules it is decided by, its short list, what gives files away, who leaves for it. */
export const MandateShow = () => (
  <RecordPage noun="mandate" state={<State />} actions={<Actions />}>
    <Body />
  </RecordPage>
);

const State = () => {
  const translate = useTranslate();
  const mandate = useRecordContext<Mandate>();
  if (!mandate) return null;
  const { frozenAt } = mandate;
  return (
    <Tag tone={frozenAt ? 'info' : 'muted'} label={translate(frozenAt ? 'room.mandate.frozen' : 'room.mandate.open')} />
  );
};

const Actions = () => {
  const mandate = useRecordContext<Mandate>();
  if (!mandate) return null;
  return (
    <>
      {!mandate.frozenAt && <WithdrawButton mandate={mandate} />}
      {!mandate.frozenAt && <EditLink variant="outlined" />}
      <DrawButton mandate={mandate} />
    </>
  );
};

const Body = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const mandate = useRecordContext<Mandate>();
  const { data } = useQuery({
    queryKey: ['mandate', 'checks', mandate?.id],
    queryFn: ({ signal }) => run(MandateChecks, { id: mandate?.id ?? '', panelId: mandate?.panel.id ?? '' }, signal),
    enabled: mandate !== undefined,
  });
  if (!mandate) return null;
  return (
    <>
      <Box sx={{ mt: -2, mb: 4, fontSize: '0.875rem' }}>
        {translate('room.mandate.before')}{' '}
        <Link component={RouterLink} underline="always" to={`${basename}/panel/${mandate.panel.id}/show`}>
          {mandate.panel.label}
        </Link>
      </Box>
      <Rules mandate={mandate} />
      <ShortList mandate={mandate} />
      {mandate.names === 'ONCE_DECIDED' && data && <Giveaways mandate={mandate} giveaways={data.giveaways} />}
      {data && <Recusals mandate={mandate} verdicts={data.awardVerdicts} />}
    </>
  );
};
