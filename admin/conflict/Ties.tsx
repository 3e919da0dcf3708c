import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../kernel/record/Section.tsx';
import type { Panel } from './conflict.graphql.ts';
import { MemberTies } from './MemberTies.tsx';

/** What each member declared, and whether staff made sure that nothing is missing: until then they sit nowhere. */
export const Ties = ({ panel }: { readonly panel: Panel }) => {
  const translate = useTranslate();
  const members = panel.jurors.filter(({ state }) => state !== 'LEFT' && state !== 'DECLINED');
  return (
    <Section title={translate('room.conflict.ties')} flush>
      <Box sx={{ px: 5, py: 3, fontSize: '0.875rem', color: 'text.secondary' }}>
        {members.length === 0
          ? translate('room.panel.noMember')
          : translate('room.conflict.tiesMore', { smart_count: panel.tieYears })}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {members.map((member) => (
          <MemberTies key={member.id} member={member} busy={panel.deliberating} />
        ))}
      </Box>
    </Section>
  );
};
