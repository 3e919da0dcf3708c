import { startEmbedded } from '../../server/database/embedded.ts';

/** A process of its own that holds a PostgreSQL, to be killed by a test: `node start.ts DATA_DIR`. Says its address. */
const { url } = await startEmbedded({ dataDir: String(process.argv[2]) });
console.log(url);
