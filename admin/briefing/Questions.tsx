import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  PointerSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import Add from '@mui/icons-material/Add';
import { Button, Paper } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Hidden } from '../kernel/Hidden.tsx';
import type { Question, Said } from './briefing.graphql.ts';
import { QuestionFields } from './QuestionFields.tsx';

interface QuestionsProps {
  readonly said: Said;
  readonly open: boolean;
  readonly onSay: (said: Said) => void;
}

const BLANK: Question = { text: '', choices: ['', ''], right: 0, explanation: null };

/** The questions in their order: dragged by mouse or thumb, or moved by their arrows. */
export const Questions = ({ said, open, onSay }: QuestionsProps) => {
  const translate = useTranslate();
  const [moved, setMoved] = useState('');
  const [held, setHeld] = useState<number | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 6 } }),
  );
  const { questions, passMark } = said;
  const move = (from: number, to: number) => {
    const question = questions[from];
    if (!question || from === to || to < 0 || to >= questions.length) return;
    onSay({ ...said, questions: questions.toSpliced(from, 1).toSpliced(to, 0, question) });
    setMoved(translate('room.briefing.moved', { from: from + 1, to: to + 1 }));
  };
  const drop = ({ active, over }: DragEndEvent) => {
    setHeld(null);
    if (over) move(Number(active.id), Number(over.id));
  };
  const remove = (at: number) =>
    onSay({ ...said, questions: questions.toSpliced(at, 1), passMark: Math.min(passMark, questions.length - 1) });
  return (
    <>
      <DndContext
        sensors={sensors}
        collisionDetection={pointerWithin}
        // Keys move questions by their arrows, told below.
        accessibility={{ announcements }}
        onDragStart={({ active }) => setHeld(Number(active.id))}
        onDragCancel={() => setHeld(null)}
        onDragEnd={drop}
      >
        {questions.map((question, at) => (
          <QuestionFields
            // biome-ignore lint/suspicious/noArrayIndexKey: its place is the only name a question has.
            key={at}
            at={at}
            last={at === questions.length - 1}
            question={question}
            open={open}
            onSay={(next) => onSay({ ...said, questions: questions.with(at, next) })}
            onMove={(by) => move(at, at + by)}
            onRemove={() => remove(at)}
          />
        ))}
        <DragOverlay dropAnimation={null}>
          {held !== null && (
            <Paper elevation={4} sx={{ px: 4, py: 2, fontSize: '0.875rem', display: 'inline-block', maxWidth: 420 }}>
              {questions[held]?.text || translate('room.briefing.question', { number: held + 1 })}
            </Paper>
          )}
        </DragOverlay>
      </DndContext>
      <div role="status">
        <Hidden>{moved}</Hidden>
      </div>
      {open && (
        <Button startIcon={<Add />} onClick={() => onSay({ ...said, questions: [...questions, BLANK] })}>
          {translate('room.briefing.addQuestion')}
        </Button>
      )}
    </>
  );
};

/** What is said when a question is dropped is where it now is, in words of our own. */
const announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};
