import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { AnswerQuestion, CloseQuestion, type ControlSheet } from './control.graphql.ts';
import { useStaleInWords } from './useStaleInWords.ts';

type Question = ControlSheet['questions'][number];
type Deed = { readonly verb: 'answer' | 'close'; readonly question: Question };

/** What was asked, answered and concluded. */
export const Questions = ({ questions }: { readonly questions: readonly Question[] }) => {
  const translate = useTranslate();
  const telling = useStaleInWords();
  const [deed, setDeed] = useState<Deed | null>(null);
  if (questions.length === 0) return null;
  return (
    <Section title={translate('room.control.questions', { smart_count: questions.length })}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 5 }}>
        {questions.map((question) => (
          <Thread key={question.id} question={question} onDeed={(verb) => setDeed({ verb, question })} />
        ))}
      </Box>
      {deed && (
        <ActDialog
          title={translate(`room.control.${deed.verb}Title`)}
          action={translate(`room.control.${deed.verb}Do`)}
          done={`room.control.${deed.verb}Done`}
          motive={{
            label: translate(`room.control.${deed.verb}Label`),
            help: translate(`room.control.${deed.verb}Help`),
          }}
          act={(text) =>
            telling<unknown>(
              deed.verb === 'answer'
                ? run(AnswerQuestion, { id: deed.question.id, text })
                : run(CloseQuestion, { id: deed.question.id, text }),
            )
          }
          onClose={() => setDeed(null)}
        >
          <p style={{ margin: 0 }}>{deed.question.asked}</p>
        </ActDialog>
      )}
    </Section>
  );
};

const Thread = ({
  question,
  onDeed,
}: {
  readonly question: Question;
  readonly onDeed: (verb: Deed['verb']) => void;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const said = (name: string | null, at: string | null) => [name, at && format.instant(at)].filter(Boolean).join(', ');
  return (
    <li>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Typography component="h3" variant="h4">
          {question.criterion.label}
        </Typography>
        <Chip of="QuestionState" value={question.state} />
      </Box>
      <Said text={question.asked} by={said(question.askedByName, question.askedAt)} />
      {question.answer && <Said text={question.answer} by={said(question.answeredByName, question.answeredAt)} />}
      {question.conclusion && <Said text={question.conclusion} by={said(null, question.closedAt)} />}
      {question.state === 'OPEN' && (
        <Button size="small" onClick={() => onDeed('answer')}>
          {translate('room.control.answerDo')}
        </Button>
      )}
      {question.state !== 'CLOSED' && (
        <Button size="small" onClick={() => onDeed('close')}>
          {translate('room.control.closeDo')}
        </Button>
      )}
    </li>
  );
};

const Said = ({ text, by }: { readonly text: string; readonly by: string }) => (
  <Box sx={{ my: 2, pl: 3, borderLeft: 2, borderColor: 'divider' }}>
    <div style={{ whiteSpace: 'pre-line' }}>{text}</div>
    <Typography variant="caption" sx={{ color: 'text.secondary' }}>
      {by}
    </Typography>
  </Box>
);
