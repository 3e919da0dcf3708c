import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { codeIn } from '../kernel/api.ts';
import type { Report } from './import.graphql.ts';
import { importFile, type Kind } from './kinds.ts';
import { faultOf, type Sent, send } from './upload.ts';

/** Where an import stands. Nothing is written before `applying`. */
export type Stage =
  | { readonly at: 'choose'; readonly refusal?: string; readonly file?: File }
  | { readonly at: 'sending'; readonly file: File; readonly share: number }
  | { readonly at: 'reading'; readonly file: File }
  | { readonly at: 'seen' | 'applying'; readonly sent: Sent; readonly report: Report; readonly refusal?: string }
  | { readonly at: 'done'; readonly sent: Sent; readonly report: Report };

/** One import from the file to its result: choose, send, look, apply. */
export function useImport(kind: Kind, editionId: string) {
  const client = useQueryClient();
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const flight = useRef<AbortController | null>(null);

  const choose = async (file: File) => {
    const fault = faultOf(file);
    if (fault) return setStage({ at: 'choose', refusal: `room.import.${fault}`, file });
    const controller = new AbortController();
    flight.current = controller;
    try {
      setStage({ at: 'sending', file, share: 0 });
      const sent = await send(file, (share) => setStage({ at: 'sending', file, share }), controller.signal);
      setStage({ at: 'reading', file });
      const report = await importFile(kind, editionId, sent.id, false);
      setStage({ at: 'seen', sent, report });
    } catch (error) {
      if (controller.signal.aborted) return setStage({ at: 'choose' });
      const code = codeIn(error);
      setStage({ at: 'choose', file, refusal: words[code] ?? `refusal.${code}` });
    } finally {
      void client.invalidateQueries({ queryKey: ['received'] });
    }
  };

  const apply = async () => {
    if (stage.at !== 'seen') return;
    const { sent, report } = stage;
    setStage({ at: 'applying', sent, report });
    try {
      const result = await importFile(kind, editionId, sent.id, true);
      setStage(result.applied ? { at: 'done', sent, report: result } : { at: 'seen', sent, report: result });
      await client.invalidateQueries();
    } catch (error) {
      setStage({ at: 'seen', sent, report, refusal: `refusal.${codeIn(error)}` });
    }
  };

  return { stage, choose, apply, cancel: () => flight.current?.abort(), again: () => setStage({ at: 'choose' }) };
}

/** Refusals that a file deserves in words of its own. */
const words: Readonly<Record<string, string>> = {
  UPLOAD_EMPTY: 'room.import.empty',
  TOO_LARGE: 'room.import.tooLarge',
  UNREACHABLE: 'room.import.lost',
};
