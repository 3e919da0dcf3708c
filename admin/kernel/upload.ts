import { HttpError } from 'react-admin';

/** The most the server reads: a whole edition is under 2 MB. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** A file the server keeps, for an import to look at. */
export interface Sent {
  readonly id: string;
  readonly name: string;
}

/** Why a file need not even leave the computer; null when it may. */
export const faultOf = (file: File): 'empty' | 'tooLarge' | 'notCsv' | null =>
  file.size === 0
    ? 'empty'
    : file.size > LARGEST_FILE
      ? 'tooLarge'
      : /\.(xls[bm]?|ods|numbers|pdf|docx?|zip)$/i.test(file.name)
        ? 'notCsv'
        : null;

/** Sends a file for an import to look at, saying how far it is, from 0 to 1. */
export const send = (file: File, progress: (share: number) => void, signal: AbortSignal): Promise<Sent> =>
  sendTo<Sent>({ path: '/admin/uploads' }, file, progress, signal);

/** Where a file is sent, and what goes along. */
export interface Destination {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a file somewhere, saying how far it is, from 0 to 1. `fetch` cannot say how much of a body has left. */
export function sendTo<Answer>(
  { path, headers = {} }: Destination,
  file: File,
  progress: (share: number) => void,
  signal?: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const refuse = (code: string) => reject(new HttpError(`refusal.${code}`, request.status, { code, details: {} }));
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total);
    request.onerror = () => refuse('UNREACHABLE');
    request.onabort = () => reject(new DOMException('Aborted', 'AbortError'));
    request.onload = () => {
      if (request.status < 300) resolve(request.response as Answer);
      else refuse(codeOf(request.status, request.response));
    };
    signal?.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

/** The code of the refusal, wherever the edge of the server put it. */
function codeOf(status: number, answer: unknown): string {
  const said = answer as { code?: unknown; errors?: { extensions?: { code?: unknown } }[] } | null;
  const code = said?.code ?? said?.errors?.[0]?.extensions?.code;
  if (typeof code === 'string' && /^[A-Z_]+$/.test(code) && !code.startsWith('FST_')) return code;
  return status === 413 ? 'TOO_LARGE' : status === 401 ? 'UNAUTHENTICATED' : 'INTERNAL';
}
