import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Where screens were built to; null or none where only the contracts are needed. */
interface Built {
  readonly adminFolder: string | null;
  readonly fieldFolder?: string | null;
}

/** Answers that there is nothing at an address. */
type NotFound = (reply: FastifyReply) => FastifyReply;

/** Serves the screens: the phone app and the admin. */
export async function mountScreens(app: FastifyInstance, built: Built, notFound: NotFound): Promise<void> {
  await mountField(app, built.fieldFolder ?? null);
  await mountAdmin(app, built.adminFolder, notFound);
}

/** The phone app, at `/terrain/`: one page, whose addresses lie behind a #, and its service worker. */
async function mountField(app: FastifyInstance, folder: string | null): Promise<void> {
  if (!folder) return;
  app.get('/terrain', async (_, reply) => reply.redirect('/terrain/'));
  await app.register(fastifyStatic, { root: folder, prefix: '/terrain/', decorateReply: false, ...asBuilt });
}

/** What a build names after its content never changes; the page that names it must always be asked for again. */
const asBuilt: Pick<FastifyStaticOptions, 'cacheControl' | 'preCompressed' | 'wildcard' | 'setHeaders'> = {
  ...{ cacheControl: false, preCompressed: true, wildcard: false },
  setHeaders: (reply, path) =>
    reply
      .header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      .header('vary', 'accept-encoding'),
};

/** The admin is one page: any address that is not a file of it is a screen of it. */
async function mountAdmin(app: FastifyInstance, folder: string | null, notFound: NotFound): Promise<void> {
  if (folder) await app.register(fastifyStatic, { root: folder, prefix: '/', ...asBuilt });
  app.setNotFoundHandler((request, reply) => {
    const aScreen = folder && request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (aScreen) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return notFound(reply);
  });
}
