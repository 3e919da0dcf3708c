import { parentPort, workerData } from 'node:worker_threads';
import { type Asked, withheldIn } from './disclosure.rules.ts';

parentPort?.postMessage(withheldIn(workerData as Asked));
