import { useDraggable, useDroppable } from '@dnd-kit/core';
import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import DragIndicator from '@mui/icons-material/DragIndicator';
import { Box, IconButton, ToggleButton } from '@mui/material';
import type { KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import { Who } from '../../kernel/count/Who.tsx';
import { useFormat } from '../../kernel/format.ts';
import type { Candidate } from '../meeting.graphql.ts';

interface RankRowProps {
  readonly candidate: Candidate;
  readonly place: number;
  /** Whether it shares the place of the one before. */
  readonly equal: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onJoin: () => void;
  readonly onDrop: () => void;
}

/** One line of a ranking: dragged by its handle, moved by its arrows or by Alt and the arrow keys. */
export const RankRow = ({ candidate, place, equal, first, last, onMove, onJoin, onDrop }: RankRowProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const { code } = candidate;
  const drag = useDraggable({ id: code });
  const drop = useDroppable({ id: code });
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  const name = candidate.name ?? translate('meeting.file', { code });
  return (
    <Box
      component="li"
      ref={drop.setNodeRef}
      onKeyDown={press}
      sx={({ palette: { tokens } }) => ({
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        minHeight: 60,
        mt: equal ? 0 : 2,
        px: 2,
        py: 1,
        border: `1px solid ${tokens.line}`,
        borderTopStyle: equal ? 'dashed' : 'solid',
        borderRadius: 1,
        backgroundColor: drop.isOver && !drag.isDragging ? `${tokens.primary}1F` : tokens.paper,
        opacity: drag.isDragging ? 0.85 : 1,
        transform: drag.transform ? `translate3d(0, ${drag.transform.y}px, 0)` : 'none',
        position: 'relative',
        zIndex: drag.isDragging ? 2 : 'auto',
      })}
    >
      <Box
        ref={drag.setNodeRef}
        {...drag.listeners}
        aria-hidden
        sx={{
          display: 'grid',
          placeItems: 'center',
          width: 44,
          height: 44,
          cursor: 'grab',
          touchAction: 'none',
          color: 'text.secondary',
        }}
      >
        <DragIndicator />
      </Box>
      <Box
        component="span"
        sx={{ minWidth: 36, fontSize: '1.25rem', fontWeight: 700, fontVariantNumeric: 'tabular-nums' }}
      >
        {format.ordinal(place)}
      </Box>
      <Box sx={{ flex: '1 1 180px', fontSize: '1rem', fontWeight: 600, minWidth: 0 }}>
        <Who of={candidate} />
      </Box>
      <Box sx={{ display: 'flex', gap: 1, ml: 'auto', '& button': { minWidth: 44, minHeight: 44 } }}>
        <ToggleButton
          value="equal"
          selected={equal}
          disabled={first}
          onChange={onJoin}
          aria-label={translate('ballot.equalTo', { name })}
          sx={{ px: 2, textTransform: 'none', color: 'text.secondary', fontWeight: 600 }}
        >
          {translate('ballot.equal')}
        </ToggleButton>
        <IconButton aria-label={translate('ballot.up', { name })} disabled={first} onClick={() => onMove(-1)}>
          <ArrowUpwardOutlined />
        </IconButton>
        <IconButton aria-label={translate('ballot.down', { name })} disabled={last} onClick={() => onMove(1)}>
          <ArrowDownwardOutlined />
        </IconButton>
        <IconButton aria-label={translate('ballot.takeOut', { name })} onClick={onDrop}>
          <CloseOutlined />
        </IconButton>
      </Box>
    </Box>
  );
};
