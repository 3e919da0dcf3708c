import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useBasename } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { codeIn, run } from '../kernel/api.ts';
import { faultOf, send } from '../kernel/upload.ts';
import { StartImport } from './import.graphql.ts';
import { type Kind, ofAnEdition, wireOf } from './kinds.ts';

/** Where a file stands on its way to the server. */
export type Stage =
  | { readonly at: 'choose'; readonly refusal?: string; readonly file?: File }
  | { readonly at: 'sending'; readonly file: File; readonly share: number }
  | { readonly at: 'starting'; readonly file: File };

/** Sends a file and begins to examine it: from there on, its import has an address of its own. */
export function useStart(kind: Kind, editionId: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const basename = useBasename();
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
      setStage({ at: 'starting', file });
      const about = ofAnEdition(kind) ? { editionId } : {};
      const begun = await run(StartImport, { kind: wireOf(kind), uploadId: sent.id, ...about });
      client.setQueryData(['import', 'run', begun.run.id], begun.run);
      void client.invalidateQueries({ queryKey: ['import', 'runs'] });
      navigate(`${basename}/import/run/${begun.run.id}`);
    } catch (error) {
      if (controller.signal.aborted) return setStage({ at: 'choose' });
      const code = codeIn(error);
      setStage({ at: 'choose', file, refusal: words[code] ?? `refusal.${code}` });
    }
  };
  return { stage, choose, cancel: () => flight.current?.abort() };
}

/** Refusals that a file deserves in words of its own. */
const words: Readonly<Record<string, string>> = {
  UPLOAD_EMPTY: 'room.import.empty',
  TOO_LARGE: 'room.import.tooLarge',
  UNREACHABLE: 'room.import.lost',
};
