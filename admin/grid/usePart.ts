import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { TadaDocumentNode } from '../kernel/graphql.ts';
import { useFaultsInWords } from './faultsInWords.ts';
import type { Grid } from './grid.graphql.ts';
import { type Editor, refusalKey } from './useEditor.ts';

/** Changes a part of a grid from a dialog: what it is refused for stays in the dialog, which closes once it is done. */
export function usePart(editor: Editor, grid: Grid | undefined, onDone: (grid: Grid) => void) {
  const translate = useTranslate();
  const inWords = useFaultsInWords(grid);
  const [tried, setTried] = useState(false);
  const refused = tried ? editor.refused : null;
  return {
    pending: editor.busy,
    refusal: refused && translate(refusalKey(refused.code)),
    faults: refused?.told.map(inWords) ?? [],
    told: refused?.told ?? [],
    async change<Variables>(
      said: string,
      document: TadaDocumentNode<Record<string, Grid>, Variables>,
      variables: Variables,
    ): Promise<void> {
      setTried(true);
      const left = await editor.apply(said, document, variables);
      if (left) onDone(left);
    },
    forget: () => {
      setTried(false);
      editor.forgive();
    },
  };
}
