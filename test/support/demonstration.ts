import { inject } from 'vitest';
import { makeDatabase } from './database.ts';
import { LOADED, loadOnce } from './loaded.ts';

/** A database of a test file's own that holds the demonstration. It is loaded once a run, then copied. */
export async function makeDemonstration(name: string): Promise<string> {
  await loadOnce({ adminUrl: inject('adminUrl'), template: inject('template') });
  return makeDatabase(name, LOADED);
}
