import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { ensurePortFree } from '../../server/start.ts';

test('a port that is taken is said in one sentence, with the remedy; a free one passes in silence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const sentence = `Port ${port} is taken: stop what listens there, or choose another with PORT.`;
  await expect(ensurePortFree(port, '127.0.0.1')).rejects.toThrow(sentence);
  other.close();
  await once(other, 'close');
  await expect(ensurePortFree(port, '127.0.0.1')).resolves.toBeUndefined();
});

test('an address this machine has not is said in one sentence', async () => {
  await expect(ensurePortFree(4000, '192.0.2.1')).rejects.toThrow(
    'This machine has no address 192.0.2.1: correct HOST.',
  );
});
