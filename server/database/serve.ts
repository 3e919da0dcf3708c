import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '../start.ts';
import { bringToRest, pidFile } from './cluster.ts';
import { endProcesses, signalProcesses } from './processes.ts';
import { type Cluster, launch, settings } from './program.ts';

/** A cluster to serve on a port of the loopback. */
export interface Service {
  readonly cluster: Cluster;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

/** Serves the cluster, again each time it ends unasked. Answers the function that stops it. */
export async function keep(service: Service): Promise<() => Promise<void>> {
  const { mark } = service.cluster;
  const told = new AbortController();
  const watching = watch(service, await serve(service), told.signal);
  const atExit = () => signalProcesses(mark, 'SIGINT');
  process.once('exit', atExit);
  return async () => {
    told.abort();
    process.off('exit', atExit);
    await endProcesses(mark);
    await watching;
    await endProcesses(mark); // it may have been coming back at that very moment
  };
}

async function watch(service: Service, first: ChildProcess, told: AbortSignal): Promise<void> {
  for (let server = first; !told.aborted; ) {
    await ended(server);
    await sleep(500, null, { signal: told }).catch(() => {}); // whoever stopped it may be stopping us too
    if (told.aborted) return;
    service.log('PostgreSQL ended unasked: starting it again.');
    try {
      await bringToRest(service.cluster);
      server = await serve(service);
    } catch (error) {
      service.log((error as Error).message); // and again, half a second later
    }
  }
}

/** One PostgreSQL, answered when it takes connections: after a kill, that is once its journal is replayed. */
async function serve({ cluster, port, settings: more, log }: Service): Promise<ChildProcess> {
  const network = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' };
  const server = launch(cluster, cluster.programs.postgres, settings(cluster, { ...network, ...more }));
  server.stdin.end();
  server.stdout.resume();
  let said = 'it said nothing';
  createInterface({ input: server.stderr }).on('line', (line) => {
    if (line.includes('FATAL: ')) said = line.slice(line.indexOf('FATAL: '));
    log(line);
  });
  await once(server, 'spawn');
  while (isAlive(server)) {
    if (await isReady(cluster, server)) return server;
    await sleep(20);
  }
  throw new CannotStart(`PostgreSQL did not start on ${cluster.folder} (${said}).`);
}

/** PostgreSQL tells its state on the eighth line of its pid file, where pg_ctl looks too. */
async function isReady(cluster: Cluster, server: ChildProcess): Promise<boolean> {
  const lines = (await readFile(pidFile(cluster.folder), 'utf8').catch(() => '')).split('\n');
  return lines[0] === String(server.pid) && lines[7]?.trim() === 'ready';
}

const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;
const ended = async (child: ChildProcess) => isAlive(child) && once(child, 'exit');
