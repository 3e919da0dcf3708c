import { expect, test } from 'vitest';
import { openJobs } from '../../server/kernel/jobs.ts';

/** A door that work waits behind. */
function door() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('work says how far it is while it goes on, and is forgotten once it is over', async () => {
  const jobs = openJobs(() => {});
  const { open, opened } = door();
  jobs.begin('a', async ({ told }) => {
    told(7);
    await opened;
  });
  await Promise.resolve();
  await expect.poll(() => jobs.doneOf('a')).toBe(7);
  open();
  await jobs.over('a');
  expect(jobs.doneOf('a')).toBeNull();
});

test('work that is told to stop gives up the next time it says how far it is', async () => {
  const complaints: unknown[] = [];
  const jobs = openJobs((error) => complaints.push(error));
  const { open, opened } = door();
  let went = 0;
  jobs.begin('a', async ({ told }) => {
    await opened;
    told(1);
    went++;
  });
  jobs.stop('a');
  open();
  await jobs.over('a');
  expect(went).toBe(0);
  expect(complaints).toHaveLength(1);
});

test('two pieces of work of one name follow one another', async () => {
  const jobs = openJobs(() => {});
  const order: string[] = [];
  const { open, opened } = door();
  jobs.begin('a', async () => {
    await opened;
    order.push('first');
  });
  jobs.begin('a', async () => void order.push('second'));
  open();
  await jobs.over('a');
  expect(order).toEqual(['first', 'second']);
});

test('closing stops all work and waits for it; a failure is complained of', async () => {
  const complaints: unknown[] = [];
  const jobs = openJobs((error) => complaints.push(error));
  jobs.begin('bad', () => Promise.reject(new Error('broken')));
  let ended = false;
  jobs.begin('long', async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    ended = true;
  });
  await jobs.close();
  expect(ended).toBe(true);
  expect(complaints.map(String)).toEqual(['Error: broken']);
});
