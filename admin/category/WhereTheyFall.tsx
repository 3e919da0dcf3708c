import { Alert, Box, LinearProgress, Link, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { RefusedBy } from '../kernel/states.tsx';
import { BehindDialog } from './BehindDialog.tsx';
import { type Behind, CategoryPreviewQuery, type Draft, type Preview } from './preview.graphql.ts';

interface FallProps {
  readonly editionId: string;
  /** The category being edited; none for the rules as they are. */
  readonly draft?: Draft | null;
}

/** What both other columns say already: left out where there is no room. */
const ROOMY = { display: { xs: 'none', sm: 'table-cell' } } as const;

/** How many structures of the register fall in each category, in none, in several; the list behind each number. */
export const WhereTheyFall = ({ editionId, draft = null }: FallProps) => {
  const translate = useTranslate();
  const [shown, setShown] = useState<{ title: string; which: Behind } | null>(null);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['categoryPreview', editionId, draft],
    queryFn: ({ signal }) => run(CategoryPreviewQuery, { editionId, draft }, signal),
    placeholderData: keepPreviousData,
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  const preview = data?.categoryPreview;
  return (
    <Box aria-live="polite" aria-busy={isFetching}>
      <Box sx={{ height: 2, mb: 2 }}>
        {isFetching && <LinearProgress aria-label={translate('state.loading')} sx={{ height: 2 }} />}
      </Box>
      {preview && <Warnings preview={preview} />}
      {preview && (
        <Counts preview={preview} edited={draft !== null} onShow={(title, which) => setShown({ title, which })} />
      )}
      {shown && <BehindDialog {...shown} editionId={editionId} draft={draft} onClose={() => setShown(null)} />}
    </Box>
  );
};

const Warnings = ({ preview }: { readonly preview: Preview }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <>
      {preview.overlaps.map(({ labels, count }) => (
        <Alert key={labels.join()} severity="warning" sx={{ mb: 2 }}>
          {translate('room.rules.overlap', {
            smart_count: count,
            count: format.number(count),
            labels: format.list(labels.map((label) => `« ${label || translate('room.rules.unnamed')} »`)),
          })}
        </Alert>
      ))}
      {preview.enrolledElsewhere > 0 && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('room.rules.elsewhere', {
            smart_count: preview.enrolledElsewhere,
            count: format.number(preview.enrolledElsewhere),
            all: format.number(preview.enrolled),
          })}
        </Alert>
      )}
    </>
  );
};

interface CountsProps {
  readonly preview: Preview;
  readonly edited: boolean;
  readonly onShow: (title: string, which: Behind) => void;
}

interface Line {
  readonly label: string;
  readonly before: number;
  readonly after: number;
  readonly place: string;
  readonly strong?: boolean;
}

const Counts = ({ preview, edited, onShow }: CountsProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const lines: Line[] = [
    ...preview.categories.map(({ key, label, before, after }) => ({
      ...{ label: label || translate('room.rules.unnamed'), before, after, place: key },
    })),
    {
      label: translate('room.rules.none'),
      before: preview.noneBefore,
      after: preview.none,
      place: 'NONE',
      strong: true,
    },
    ...(preview.several + preview.severalBefore > 0
      ? [
          {
            label: translate('room.rules.several'),
            before: preview.severalBefore,
            after: preview.several,
            place: 'SEVERAL',
          },
        ]
      : []),
  ];
  const number = (count: number, title: string, which: Behind) =>
    count === 0 ? (
      '0'
    ) : (
      <Link
        component="button"
        type="button"
        onClick={() => onShow(title, which)}
        sx={{ font: 'inherit', verticalAlign: 'baseline' }}
      >
        {format.number(count)}
      </Link>
    );
  return (
    <>
      <Table
        size="small"
        sx={{
          '& td, & thead th:not(:first-of-type)': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
          '& tbody tr:last-of-type > *': { borderBottom: 0 },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{translate('field.category')}</TableCell>
            {edited && <TableCell>{translate('room.rules.before')}</TableCell>}
            <TableCell>{translate(edited ? 'room.rules.after' : 'room.rules.structures')}</TableCell>
            {edited && <TableCell sx={ROOMY}>{translate('room.rules.difference')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map(({ label, before, after, place }) => (
            <TableRow key={place} sx={before !== after ? { '& td': { fontWeight: 600 } } : {}}>
              <TableCell component="th" scope="row">
                {label}
              </TableCell>
              {edited && <TableCell>{number(before, label, { before: place })}</TableCell>}
              <TableCell>{number(after, label, { after: place })}</TableCell>
              {edited && (
                <TableCell sx={ROOMY}>
                  {after === before ? '—' : `${after > before ? '+' : '−'} ${format.number(Math.abs(after - before))}`}
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Details preview={preview} onShow={onShow} />
    </>
  );
};

/** What the numbers leave out: which kinds nobody takes, what moves where, who is enrolled elsewhere. */
const Details = ({ preview, onShow }: Omit<CountsProps, 'edited'>) => {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = (key: string) =>
    key === 'NONE' || key === 'SEVERAL'
      ? translate(`room.rules.${key.toLowerCase()}`)
      : preview.categories.find((each) => each.key === key)?.label || translate('room.rules.unnamed');
  const links = [
    ...preview.moves.map(({ from, to, count }) => ({
      text: translate('room.rules.move', { count: format.number(count), from: nameOf(from), to: nameOf(to) }),
      which: { moved: true, before: from, after: to } as Behind,
    })),
    ...preview.noneByKind.map(({ kind, count }) => ({
      text: translate('room.rules.noneOfKind', {
        count: format.number(count),
        kind: translate(`enum.StructureKind.${kind}`),
      }),
      which: { after: 'NONE', kind } as Behind,
    })),
    ...(preview.enrolledElsewhere > 0
      ? [{ text: translate('room.rules.seeElsewhere'), which: { elsewhere: true } as Behind }]
      : []),
  ];
  return (
    <Box component="ul" sx={{ m: 0, mt: 3, pl: 5, fontSize: '0.875rem', '& li': { py: 0.5 } }}>
      <Box component="li" sx={{ color: 'text.secondary' }}>
        {translate('room.rules.total', { smart_count: preview.total, count: format.number(preview.total) })}
      </Box>
      {links.map(({ text, which }) => (
        <li key={text}>
          <Link
            component="button"
            type="button"
            onClick={() => onShow(text, which)}
            sx={{ font: 'inherit', textAlign: 'left' }}
          >
            {text}
          </Link>
        </li>
      ))}
    </Box>
  );
};
