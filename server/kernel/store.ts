import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal } from './errors.ts';

/** Where files lie that the database does not hold. Keys are made by us, and never what someone typed. */
export interface Store {
  /** Keeps a file whole or not at all; refused with STORE_FULL or STORE_AWAY. */
  put(key: string, content: Uint8Array): Promise<void>;
  /** Refused with STORE_AWAY when it cannot be read. */
  read(key: string): Promise<Readable>;
  /** Removes a file; one that is not there is removed already. */
  remove(key: string): Promise<void>;
}

/** A bucket of any service that speaks S3. */
export interface Bucket {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Files in a folder of this machine: written beside, then renamed, so that none is ever seen half-written. */
export function openDisk(folder: string): Store {
  let written = 0;
  const place = (key: string) => join(folder, key);
  const put = async (key: string, content: Uint8Array) => {
    const part = place(join('incoming', `part-${++written}`));
    try {
      await Promise.all([part, place(key)].map((path) => mkdir(dirname(path), { recursive: true, mode: 0o700 })));
      await writeFile(part, content, { mode: 0o600, flush: true });
      await rename(part, place(key));
    } catch (error) {
      await rm(part, { force: true }).catch(() => {});
      throw error;
    }
  };
  return {
    put: (key, content) => orRefused(put(key, content)),
    read: (key) => orRefused(open(place(key)).then((file) => file.createReadStream())),
    remove: (key) => orRefused(rm(place(key), { force: true })),
  };
}

/** Files in a bucket. The library of the service is loaded only where one is used. */
export async function openBucket({ accessKeyId, secretAccessKey, ...bucket }: Bucket): Promise<Store> {
  const [{ Disk }, { S3Driver }] = await Promise.all([import('flydrive'), import('flydrive/drivers/s3')]);
  const disk = new Disk(
    new S3Driver({
      ...bucket,
      credentials: { accessKeyId, secretAccessKey },
      ...{ forcePathStyle: true, supportsACL: false, visibility: 'private', maxAttempts: 2 },
      // A service that does not answer is away; and not every service knows the checksums of the first one.
      requestHandler: { connectionTimeout: 3_000, requestTimeout: 20_000 },
      ...{ requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' },
    }),
  );
  return {
    put: (key, content) => orRefused(disk.put(key, content)),
    read: (key) => orRefused(disk.getStream(key)),
    remove: (key) => orRefused(disk.delete(key)),
  };
}

/** What went wrong with a store, as a caller can act on it. */
const orRefused = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw storeRefusal(error);
  });

const full = /^(ENOSPC|EDQUOT|QuotaExceeded|XMinioStorageFull|InsufficientStorage)$/;

/** The refusal behind a failure of a disk or of a bucket, however deep it is wrapped. */
export function storeRefusal(error: unknown): Refusal {
  for (let each = error; each instanceof Error; each = each.cause)
    if (full.test('code' in each ? String(each.code) : each.name)) return new Refusal('STORE_FULL');
  return new Refusal('STORE_AWAY');
}
