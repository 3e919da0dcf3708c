import { ask, codeOf } from '../net/ask.ts';
import { AnswerQuestion, OwnQuestions } from '../net/field.graphql.ts';
import { memory, type Reply } from './db.ts';
import { passing } from './sending.ts';

/** Sends the answers that wait. Stops where the server cannot be asked; what it refuses stays here, with why. */
export async function sendReplies(): Promise<void> {
  const db = await memory();
  const me = (await db.get('kept', 'all'))?.me;
  const all = await db.getAll('reply');
  for (const reply of all.filter(({ sent, refusal, accountId }) => !sent && !refusal && accountId === me?.id))
    await db.put('reply', await settled(reply)).catch(() => {}); // without room it is sent again, and known as its own
}

async function settled(reply: Reply): Promise<Reply> {
  try {
    await ask(AnswerQuestion, { id: reply.questionId, text: reply.text });
    return { ...reply, sent: true };
  } catch (error) {
    const code = codeOf(error);
    if (passing.has(code)) throw error;
    // It may be there already: only what the server said of it was lost on the way.
    if (code === 'QUESTION_STATE' && (await isThere(reply))) return { ...reply, sent: true };
    return { ...reply, refusal: code };
  }
}

async function isThere({ questionId, text }: Reply): Promise<boolean> {
  const { questions } = await ask(OwnQuestions, {});
  return questions.items.some(({ id, answer }) => id === questionId && answer === text);
}
