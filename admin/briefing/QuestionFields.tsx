import { useDraggable, useDroppable } from '@dnd-kit/core';
import Add from '@mui/icons-material/Add';
import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import Close from '@mui/icons-material/Close';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import DragIndicator from '@mui/icons-material/DragIndicator';
import { Box, Button, IconButton, Radio, TextField, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import type { Question } from './briefing.graphql.ts';

interface QuestionFieldsProps {
  /** Its place, from 0. */
  readonly at: number;
  readonly last: boolean;
  readonly question: Question;
  readonly open: boolean;
  readonly onSay: (question: Question) => void;
  /** One place up or down. */
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One question: what is asked, what may be answered, which answer is right and why; moved by its handle or arrows. */
export const QuestionFields = ({ at: place, last, question, open, onSay, onMove, onRemove }: QuestionFieldsProps) => {
  const translate = useTranslate();
  const id = useId();
  const number = place + 1;
  const drag = useDraggable({ id: place, disabled: !open });
  const drop = useDroppable({ id: place });
  const { text, choices, right, explanation } = question;
  const without = (at: number) =>
    onSay({
      ...question,
      choices: choices.toSpliced(at, 1),
      right: right > at ? right - 1 : Math.min(right, choices.length - 2),
    });
  return (
    <Box
      ref={drop.setNodeRef}
      role="group"
      aria-labelledby={id}
      sx={({ palette: { tokens } }) => ({
        borderTop: `1px solid ${tokens.line}`,
        py: 4,
        opacity: drag.isDragging ? 0.5 : 1,
        backgroundColor: drop.isOver && !drag.isDragging ? `${tokens.primary}1F` : 'transparent',
      })}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 3 }}>
        {open && (
          <Box ref={drag.setNodeRef} {...drag.listeners} aria-hidden sx={HANDLE}>
            <DragIndicator />
          </Box>
        )}
        <Typography id={id} component="h3" variant="h4" sx={{ flex: 1 }}>
          {translate('room.briefing.question', { number })}
        </Typography>
        {open && (
          <>
            <IconButton
              aria-label={translate('room.briefing.up', { number })}
              disabled={number === 1}
              onClick={() => onMove(-1)}
            >
              <ArrowUpward />
            </IconButton>
            <IconButton
              aria-label={translate('room.briefing.down', { number })}
              disabled={last}
              onClick={() => onMove(1)}
            >
              <ArrowDownward />
            </IconButton>
            <IconButton aria-label={translate('room.briefing.removeQuestion', { number })} onClick={onRemove}>
              <DeleteOutlined />
            </IconButton>
          </>
        )}
      </Box>
      <TextField
        multiline
        fullWidth
        required
        label={translate('room.briefing.asked')}
        value={text}
        disabled={!open}
        onChange={({ target }) => onSay({ ...question, text: target.value })}
        slotProps={{ htmlInput: { maxLength: 5000 } }}
      />
      <Typography variant="body2" sx={{ mt: 3, color: 'text.secondary' }}>
        {translate('room.briefing.rightHelp')}
      </Typography>
      {choices.map((choice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its place is the only name an answer has.
        <Box key={at} sx={{ display: 'flex', alignItems: 'flex-end', gap: 1, mt: 2 }}>
          <Radio
            name={id}
            checked={right === at}
            disabled={!open}
            onChange={() => onSay({ ...question, right: at })}
            slotProps={{ input: { 'aria-label': translate('room.briefing.rightOf', { number: at + 1 }) } }}
          />
          <TextField
            fullWidth
            required
            size="small"
            label={translate('room.briefing.choice', { number: at + 1 })}
            value={choice}
            disabled={!open}
            onChange={({ target }) => onSay({ ...question, choices: choices.with(at, target.value) })}
            slotProps={{ htmlInput: { maxLength: 200 } }}
          />
          {open && choices.length > 2 && (
            <IconButton
              aria-label={translate('room.briefing.removeChoice', { number: at + 1 })}
              onClick={() => without(at)}
            >
              <Close />
            </IconButton>
          )}
        </Box>
      ))}
      {open && choices.length < 8 && (
        <Button
          startIcon={<Add />}
          onClick={() => onSay({ ...question, choices: [...choices, ''] })}
          sx={{ mt: 2, ml: 5 }}
        >
          {translate('room.briefing.addChoice')}
        </Button>
      )}
      <TextField
        multiline
        fullWidth
        label={translate('room.briefing.explanation')}
        helperText={translate('room.briefing.explanationHelp')}
        value={explanation ?? ''}
        disabled={!open}
        onChange={({ target }) => onSay({ ...question, explanation: target.value || null })}
        slotProps={{ htmlInput: { maxLength: 5000 } }}
        sx={{ mt: 3 }}
      />
    </Box>
  );
};

const HANDLE = {
  display: 'grid',
  placeItems: 'center',
  width: 44,
  height: 44,
  ml: -3,
  cursor: 'grab',
  touchAction: 'none',
  color: 'text.secondary',
} as const;
