import { useEffect } from 'react';
import type { Test } from '../net/field.graphql.ts';
import { Frame } from '../screens/Frame.tsx';
import { draftOf, typeInto } from '../store/drafts.ts';
import { useField } from '../store/state.ts';
import { useWords } from '../words/useWords.ts';
import { isAnswered, type Page, pagesOf } from './asked.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { ReviewPage } from './ReviewPage.tsx';
import { Rival } from './Rival.tsx';
import { Timeline } from './Timeline.tsx';

/** The form of a test, made from its grid: a short page at a time, kept at each keystroke. */
export const FormPage = ({ test, page }: { readonly test: Test; readonly page: number }) => {
  const form = useField(({ work }) => work?.forms.find(({ id }) => id === test.formId));
  useField(({ drafts }) => drafts[test.id]);
  const words = useWords();
  const { content } = draftOf(test);
  const begun = content.beganAt !== null;
  useEffect(() => {
    if (!begun) void typeInto(test, {});
  }, [test, begun]);
  if (!form) return null;
  const pages = pagesOf(form, test.channel, content);
  const at = Math.min(page, pages.length - 1);
  const shown = pages[at] as Page;
  const title =
    shown.kind === 'STEP' ? shown.label : shown.kind === 'TIMELINE' ? words.form.timeline : words.form.review;
  return (
    <Frame
      title={title}
      back={{ label: test.structureName, to: `test/${test.id}` }}
      foot={<Steps test={test} at={at} pages={pages} />}
    >
      <Progress pages={pages} test={test} />
      <Rival test={test} />
      {shown.kind === 'TIMELINE' ? <Timeline test={test} form={form} /> : null}
      {shown.kind === 'STEP'
        ? shown.questions.map((question) => <QuestionCard key={question.id} test={test} question={question} />)
        : null}
      {shown.kind === 'REVIEW' ? <ReviewPage test={test} form={form} pages={pages} /> : null}
    </Frame>
  );
};

/** How far one is: answers given, of those asked so far. */
const Progress = ({ pages, test }: { readonly pages: readonly Page[]; readonly test: Test }) => {
  const words = useWords();
  const { content } = draftOf(test);
  const asked = pages.flatMap((page) => (page.kind === 'STEP' ? page.questions : []));
  const given = asked.filter((question) => isAnswered(question, content)).length;
  return (
    <p className="progress">
      <progress value={given} max={Math.max(1, asked.length)} aria-label={words.form.answered} />
      <span className="muted">{words.form.progress(given, asked.length)}</span>
    </p>
  );
};

/** To the page before and the one after, at the thumb. */
const Steps = ({ test, at, pages }: { readonly test: Test; readonly at: number; readonly pages: readonly Page[] }) => {
  const words = useWords();
  const to = (page: number) => `#/test/${test.id}/form/${page}`;
  return (
    <>
      {at > 0 ? (
        <a className="secondary" href={to(at - 1)}>
          {words.form.previous}
        </a>
      ) : null}
      {at < pages.length - 1 ? (
        <a className="primary" href={to(at + 1)}>
          {words.form.next}
        </a>
      ) : null}
    </>
  );
};
