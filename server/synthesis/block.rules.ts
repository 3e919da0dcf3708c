import type { Block } from '../quotation/query.rules.ts';
import { isMeanOf, saidOf } from '../quotation/said.rules.ts';
import type { Told } from '../quotation/told.rules.ts';

const WHOLE = { bare: false, decimals: null, broken: false, unsigned: false };

/**
 * What a chart, a table or the palmarès prints, figure by figure, under the name of each: whoever reads a text reads
 * them too, and is told when one of them changes.
 */
export function printedBy(block: Block, told: Told): [name: string, words: string][] {
  const figures = (wanted: (key: string) => boolean) =>
    [...told.figures.keys()].filter(wanted).map((key): [string, string] => [key, figureWords(key, told)]);
  switch (block) {
    case 'CHANNELS':
      return figures((key) => isMeanOf('channel', key));
    case 'CATEGORIES':
      return figures((key) => isMeanOf('category', key));
    case 'INDICATORS':
      return figures((key) => key.startsWith('indicator '));
    case 'PALMARES':
      return told.awards.map(({ code, laureates, point }) => [
        `palmares ${code}`,
        [laureates.join(' ; ') || 'pas de lauréat', point].filter(Boolean).join('. '),
      ]);
    case 'METHOD':
      return told.method.map((sentence, i) => [`method ${i + 1}`, sentence]);
  }
}

function figureWords(key: string, told: Told): string {
  const said = saidOf({ verb: 'FIGURE', key, year: null }, WHOLE, told);
  return 'words' in said ? said.words : 'non publié';
}
