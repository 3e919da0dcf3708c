import { Box, Link } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { ChangesDialog } from './ChangesDialog.tsx';
import type { AudienceChange, ChangeCount } from './publication.graphql.ts';
import { Sign } from './Sign.tsx';

const kinds = ['added', 'changed', 'removed'] as const;

interface CountsProps {
  readonly change: AudienceChange;
  readonly editionId: string;
}

/** How much of each table comes, changes and goes: each line opens what it counts. */
export const Counts = ({ change, editionId }: CountsProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const { readership, tables } = change;
  if (tables.length === 0)
    return <Box sx={{ color: 'text.secondary' }}>{translate('room.publication.nothingChanges')}</Box>;
  const lines = tables
    .toSorted(inOrder)
    .flatMap((count) =>
      kinds.filter((kind) => count[kind] > 0).map((kind) => ({ table: count.table, kind, many: count[kind] })),
    );
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {lines.map(({ table, kind, many }) => {
          const words = translate(`room.publication.counted.${table}`, {
            ...{ smart_count: many, count: format.number(many) },
            _: `${format.number(many)} ${table}`,
          });
          return (
            <Box component="li" key={`${table}${kind}`} sx={{ display: 'flex', gap: 2 }}>
              <Sign kind={kind} />
              {readership === 'STRUCTURE' ? (
                words
              ) : (
                <Link component="button" sx={{ textAlign: 'left', font: 'inherit' }} onClick={() => setOpen(table)}>
                  {words}
                </Link>
              )}
            </Box>
          );
        })}
      </Box>
      {open && (
        <ChangesDialog editionId={editionId} readership={readership} table={open} onClose={() => setOpen(null)} />
      )}
    </>
  );
};

/** What people read first comes first. */
const ORDER = ['dataset', 'trophy', 'laureate', 'indicator', 'mean', 'category', 'channel', 'criterion'];
const inOrder = (a: ChangeCount, b: ChangeCount): number => placeOf(a) - placeOf(b);
const placeOf = ({ table }: ChangeCount): number => (ORDER.indexOf(table) + ORDER.length + 1) % (ORDER.length + 1);
