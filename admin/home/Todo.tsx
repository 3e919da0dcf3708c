import ChevronRight from '@mui/icons-material/ChevronRight';
import { Box, ButtonBase, Typography } from '@mui/material';
import { useBasename } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';

export interface Task {
  /** How many; none for a task that is one thing. */
  readonly count: number | null;
  readonly title: string;
  readonly more: string;
  /** The list behind the number, already filtered. */
  readonly to: string;
  readonly urgent?: boolean;
}

/** The address of a list with filters in force. */
export const listOf = (resource: string, filter: object): string =>
  `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** One thing to do: its number opens the list behind it. */
export const Todo = ({ task }: { readonly task: Task }) => {
  const basename = useBasename();
  const format = useFormat();
  return (
    <Box component="li" sx={{ '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <ButtonBase
        component={Link}
        to={`${basename}${task.to}`}
        sx={{
          width: '100%',
          px: 5,
          py: 3,
          gap: 4,
          display: 'flex',
          textAlign: 'left',
          '&:hover': { bgcolor: 'background.default' },
        }}
      >
        <Typography
          component="span"
          aria-hidden
          sx={{
            minWidth: 52,
            fontSize: '1.25rem',
            fontWeight: 700,
            fontVariantNumeric: 'tabular-nums',
            color: task.urgent ? 'warning.main' : 'primary.main',
          }}
        >
          {task.count === null ? '•' : format.number(task.count)}
        </Typography>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="body2" component="span" sx={{ fontWeight: 650, display: 'block' }}>
            {task.title}
          </Typography>
          <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
            {task.more}
          </Typography>
        </Box>
        <ChevronRight sx={{ color: 'text.secondary' }} />
      </ButtonBase>
    </Box>
  );
};
