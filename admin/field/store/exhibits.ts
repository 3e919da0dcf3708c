import { Refused } from '../net/ask.ts';
import { type Exhibit, memory } from './db.ts';
import { change, now } from './state.ts';

/** Keeps a file that shows what was seen, until the server has it. */
export async function keepExhibit(assignmentId: string, criterion: string | null, file: File): Promise<void> {
  const kind = file.type.startsWith('image/') ? 'PHOTO' : file.type === 'application/pdf' ? 'DOCUMENT' : 'MESSAGE';
  const exhibit: Exhibit = {
    ...{ key: crypto.randomUUID(), accountId: now().me?.id ?? '', assignmentId, criterion, kind, file },
    ...{ name: file.name, sent: false, refusal: null },
  };
  await put(exhibit);
}

/** Takes a file back that was not sent yet. */
export async function dropExhibit(key: string): Promise<void> {
  await (await memory()).delete('exhibit', key);
  change({ exhibits: now().exhibits.filter((each) => each.key !== key) });
}

/** Sends the files that wait. One that the server refuses stays here with why; one it cannot take now waits. */
export async function sendExhibits(): Promise<void> {
  for (const exhibit of now().exhibits.filter(({ sent, refusal }) => !sent && !refusal)) {
    const response = await fetch(addressFor(exhibit), {
      method: 'POST',
      credentials: 'same-origin',
      body: bodyOf(exhibit),
    }).catch(() => null);
    if (!response) throw new Refused('UNREACHABLE');
    const answer = (await response.json().catch(() => null)) as {
      errors?: { extensions?: { code?: string } }[];
    } | null;
    const code = answer?.errors?.[0]?.extensions?.code;
    if (response.ok) await note({ ...exhibit, sent: true, file: new Blob() });
    else if (code && settled.has(response.status)) await note({ ...exhibit, refusal: code });
    else await note({ ...exhibit, waits: code ?? 'INTERNAL' });
  }
}

/** Statuses after which the same file would be refused again. */
const settled = new Set([409, 413, 415, 422]);

function addressFor({ assignmentId, kind, key, criterion }: Exhibit): string {
  const asked = new URLSearchParams({ assignment: assignmentId, kind, key, ...(criterion ? { criterion } : {}) });
  return `/api/evidence?${asked}`;
}

function bodyOf({ file, name }: Exhibit): FormData {
  const body = new FormData();
  body.set('file', file, name);
  return body;
}

/** Notes what became of a file; without room for that it is sent again under its key, which changes nothing. */
const note = (exhibit: Exhibit): Promise<void> => put(exhibit).catch(() => change({ full: true }));

async function put(exhibit: Exhibit): Promise<void> {
  await (await memory()).put('exhibit', exhibit);
  change({ exhibits: [...now().exhibits.filter(({ key }) => key !== exhibit.key), exhibit] });
}
