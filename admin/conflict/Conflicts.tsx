import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { lookedAtTogether } from '../kernel/jury.ts';
import { Choices } from '../kernel/record/Choices.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Empty } from '../kernel/states.tsx';
import { ConflictRow } from './ConflictRow.tsx';
import type { Conflict, ConflictState } from './conflict.graphql.ts';

const STATES = ['TO_CONFIRM', 'CERTAIN', 'DECLARED', 'DISMISSED'] as const satisfies readonly ConflictState[];

/** The conflicts of a panel, by state: those to confirm first, as they are what waits. */
export const Conflicts = ({ conflicts }: { readonly conflicts: readonly Conflict[] }) => {
  const translate = useTranslate();
  const counted = STATES.map((id) => ({ id, all: lookedAtTogether(conflicts.filter(({ state }) => state === id)) }));
  const [asked, setAsked] = useState<ConflictState | null>(null);
  const shown = asked ?? counted.find(({ all }) => all.length > 0)?.id ?? 'TO_CONFIRM';
  const rows = counted.find(({ id }) => id === shown)?.all ?? [];
  return (
    <Section title={translate('room.conflict.found')} flush>
      {conflicts.length === 0 ? (
        <Empty
          icon={TaskAltOutlined}
          title={translate('room.conflict.noneFound')}
          more={translate('room.conflict.noneFoundMore')}
        />
      ) : (
        <>
          <Box sx={{ px: 5, pt: 3, mb: -2 }}>
            <Choices
              label={translate('room.conflict.byState')}
              choices={counted.map(({ id, all }) => ({
                id,
                name: `${translate(`enum.ConflictState.${id}`)} (${all.length})`,
              }))}
              value={shown}
              onChange={setAsked}
            />
            <Box sx={{ mb: 3, fontSize: '0.875rem', color: 'text.secondary' }}>
              {translate(`room.conflict.means.${shown}`)}
            </Box>
          </Box>
          {rows.length === 0 && <Box sx={{ px: 5, pb: 4 }}>{translate('room.conflict.noneInState')}</Box>}
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {rows.map((together) => (
              <ConflictRow key={together[0]?.id} together={together} />
            ))}
          </Box>
        </>
      )}
    </Section>
  );
};
