import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk with little room: a file system of its own where this machine lets anyone mount one. */
export interface SmallDisk {
  readonly folder: string;
  /** Whether it is a file system; else a folder whose next parts lead to `/dev/full`, which has no room either. */
  readonly mounted: boolean;
  /** Takes all the room there is. */
  fill(): void;
  /** Gives it back. */
  free(): void;
  close(): Promise<void>;
}

/** Parts that a store may write before it is asked for another disk. */
const PARTS = 50;

export async function openSmallDisk(bytes: number): Promise<SmallDisk> {
  const script = `mount -t tmpfs -o size=${bytes} small /mnt && echo ready && exec cat`;
  const holder = spawn('unshare', ['-Urm', 'sh', '-c', script], { stdio: ['pipe', 'pipe', 'ignore'] });
  const over = once(holder, 'close').catch(() => null);
  const ready = await Promise.race([once(holder.stdout, 'data').then(() => true), over.then(() => false)]);
  if (!ready) return openBlockedFolder();
  const folder = `/proc/${holder.pid}/root/mnt`;
  const ballast = join(folder, 'ballast');
  const fill = () => {
    for (let size = bytes; size >= 1; size = Math.floor(size / 2)) {
      try {
        writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' });
      } catch {
        // No room for so much: what there was is taken, and less is tried.
      }
    }
  };
  const close = async () => {
    holder.stdin.end();
    await over;
  };
  return { folder, mounted: true, fill, free: () => rmSync(ballast, { force: true }), close };
}

async function openBlockedFolder(): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'small-disk-'));
  const parts = Array.from({ length: PARTS }, (_, i) => join(folder, 'incoming', `part-${i + 1}`));
  mkdirSync(join(folder, 'incoming'));
  const free = () => {
    for (const part of parts) rmSync(part, { force: true });
  };
  const fill = () => {
    free();
    for (const part of parts) symlinkSync('/dev/full', part);
  };
  return { folder, mounted: false, fill, free, close: async () => rmSync(folder, { recursive: true, force: true }) };
}
