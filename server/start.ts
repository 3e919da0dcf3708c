import { createServer } from 'node:net';

/** A reason not to start that the person at the keyboard can act on: one sentence, shown alone, exit code 1. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

const reasons: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) => `Port ${port} is taken: stop what listens there, or choose another with PORT.`,
  EACCES: (port) => `Port ${port} needs a right this account does not have: choose one above 1023 with PORT.`,
  EADDRNOTAVAIL: (_, host) => `This machine has no address ${host}: correct HOST.`,
};

/** Asked before the long steps, so that nobody waits for a migration to learn that the port is taken. */
export function ensurePortFree(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? ''];
      reject(reason ? new CannotStart(reason(port, host)) : error);
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/**
 * Calls `stop` at Ctrl-C and at SIGTERM, then leaves. Once only, and deaf to what follows: a Ctrl-C under npm arrives
 * twice, from the terminal and from npm, and the second must not cut the first short.
 */
export function whenToldToStop(stop: () => Promise<void>): void {
  let told = false;
  const leave = async () => {
    if (told) return;
    told = true;
    await stop().catch((error) => {
      console.error(error);
      process.exitCode = 1;
    });
    process.exit();
  };
  process.on('SIGINT', leave).on('SIGTERM', leave);
}
