import { refused } from '../kernel/api.ts';

/** Says something to the server without any account or link; throws why it was refused. */
export async function tell(path: string, payload: object): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  }).catch(() => {
    throw refused('UNREACHABLE', 503);
  });
  if (response.ok) return;
  const answer = (await response.json().catch(() => null)) as { errors?: { extensions?: { code?: string } }[] } | null;
  throw refused(answer?.errors?.[0]?.extensions?.code ?? 'INTERNAL', response.status);
}
