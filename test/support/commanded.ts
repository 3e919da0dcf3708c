import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../server/command.ts', import.meta.url));

/** Types a command, as someone does at a terminal, on a database: how it ended, what it printed, what it said to people. */
export const commanding =
  (url: string) =>
  (...words: string[]) =>
    new Promise<{ code: number | null; out: string; said: string }>((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', command, ...words], {
        env: { ...process.env, DATABASE_URL: url },
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
      });
      const heard = { out: '', said: '' };
      child.stdout.on('data', (chunk) => (heard.out += chunk));
      child.stderr.on('data', (chunk) => (heard.said += chunk));
      child.on('close', (code) => resolve({ code, ...heard }));
    });
