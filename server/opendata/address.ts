import type { TableName } from '../partner/dictionary.ts';

/** What each table is called in its address. It never changes once published: other people's programs hold it. */
export const addresses: Readonly<Record<TableName, string>> = {
  dataset: 'editions',
  category: 'categories',
  channel: 'canaux',
  step: 'etapes',
  frame: 'referentiels',
  criterion: 'criteres',
  commitment: 'engagements',
  trophy: 'trophees',
  laureate: 'laureats',
  indicator: 'indicateurs',
  mean: 'moyennes',
  erratum: 'errata',
};

/** The table of an address; null when there is none. */
export function tableAt(address: string): TableName | null {
  const [name] = Object.entries(addresses).find(([, known]) => known === address) ?? [];
  return (name as TableName | undefined) ?? null;
}
