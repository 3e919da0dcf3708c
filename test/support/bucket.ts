import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** As much of a service that speaks S3 as storing needs: put, get, delete; it can be told to have no room left. */
export async function openFakeBucket() {
  const held = new Map<string, Buffer>();
  const state = { full: false };
  const server = createServer(async (request, response) => {
    const key = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').replace(/^\/bucket\//, '');
    const body = await buffer(request);
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256')) return response.writeHead(403).end();
    if (request.method === 'PUT') {
      if (state.full)
        return response
          .writeHead(507, { 'content-type': 'application/xml' })
          .end('<Error><Code>XMinioStorageFull</Code></Error>');
      held.set(key, body);
      return response.writeHead(200, { etag: '"x"' }).end();
    }
    if (request.method === 'DELETE') {
      held.delete(key);
      return response.writeHead(204).end();
    }
    const found = held.get(key);
    if (!found) return response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    return response.writeHead(200, { 'content-length': found.length }).end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { held, state, endpoint, close: () => new Promise((resolve) => server.close(resolve)) };
}
