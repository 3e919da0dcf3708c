import { Box, Button, Card, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { graphql, type ResultOf } from '../kernel/graphql.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';

const OwnQuestions = graphql(`
  query OwnQuestions {
    questions(state: OPEN, perPage: 100, sort: "askedAt") {
      items { id reference asked askedAt criterion { id label } }
    }
  }
`);
const AnswerOwn = graphql(
  `mutation AnswerOwn($id: ID!, $text: Prose!) { answerQuestion(id: $id, text: $text) { id } }`,
);
type Question = ResultOf<typeof OwnQuestions>['questions']['items'][number];

/** What waits for a mystery citizen here: what is asked about their tests, and the way to the app where these are done. */
export const AuditorHome = () => {
  const translate = useTranslate();
  const [answering, answer] = useState<Question | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['control', 'own questions'],
    queryFn: ({ signal }) => run(OwnQuestions, {}, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const questions = data.questions.items;
  return (
    <>
      {questions.length > 0 && (
        <Section title={translate('home.ownQuestions', { smart_count: questions.length })}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 5 }}>
            {questions.map((question) => (
              <Asked key={question.id} question={question} onAnswer={() => answer(question)} />
            ))}
          </Box>
        </Section>
      )}
      <Card>
        <Empty title={translate('home.fieldApp')} more={translate('home.fieldAppMore')}>
          <Button variant="outlined" href="/terrain/">
            {translate('home.openFieldApp')}
          </Button>
        </Empty>
      </Card>
      {answering && (
        <ActDialog
          title={translate('room.control.answerTitle')}
          action={translate('room.control.answerDo')}
          done="room.control.answerDone"
          motive={{ label: translate('room.control.answerLabel'), help: translate('home.answerHelp') }}
          act={async (text) => {
            await run(AnswerOwn, { id: answering.id, text });
            await refetch();
          }}
          onClose={() => answer(null)}
        >
          <p style={{ margin: 0 }}>{answering.asked}</p>
        </ActDialog>
      )}
    </>
  );
};

const Asked = ({ question, onAnswer }: { readonly question: Question; readonly onAnswer: () => void }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { reference, criterion, asked, askedAt } = question;
  return (
    <li>
      <Typography component="h3" variant="h4">
        {[reference, criterion.label].join(' · ')}
      </Typography>
      <Typography sx={{ my: 1, maxWidth: '72ch', whiteSpace: 'pre-line' }}>{asked}</Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 2 }}>
        {format.instant(askedAt)}
      </Typography>
      <Button variant="contained" onClick={onAnswer}>
        {translate('room.control.answerDo')}
      </Button>
    </li>
  );
};
