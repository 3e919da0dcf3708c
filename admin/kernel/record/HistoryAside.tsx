import { Box, Link, Typography } from '@mui/material';
import { useBasename, useGetList, useRecordContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useFormat } from '../format.ts';
import { type Change, Sentence } from './Sentence.tsx';

const SHOWN = 12;

/** Who changed the record in context, when and how, in words: the latest first. */
export const HistoryAside = ({ noun }: { readonly noun: string }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const record = useRecordContext();
  const {
    data,
    total = 0,
    error,
  } = useGetList<Change>(
    'change',
    {
      pagination: { page: 1, perPage: SHOWN },
      sort: { field: 'id', order: 'DESC' },
      filter: { noun, recordId: record?.id },
    },
    { enabled: record !== undefined, retry: false },
  );
  if (!record || error) return null;
  const all = `${basename}/change?filter=${encodeURIComponent(JSON.stringify({ noun, recordId: record.id }))}`;
  return (
    <Box
      component="aside"
      aria-label={translate('record.history')}
      sx={{ fontSize: '0.8125rem', mt: { xs: 4, lg: 0 } }}
    >
      <Typography component="h2" variant="h3" sx={{ mb: 3 }}>
        {translate('record.history')}
      </Typography>
      {data?.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('record.noHistory')}
        </Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map((change) => (
          <Box
            component="li"
            key={change.id}
            sx={{ pl: 4, pb: 4, ml: 1, borderLeft: 2, borderColor: 'divider', position: 'relative' }}
          >
            <Box
              sx={{
                position: 'absolute',
                left: -5,
                top: 6,
                width: 8,
                height: 8,
                borderRadius: '50%',
                bgcolor: 'text.secondary',
              }}
            />
            <Sentence change={change} />
            <Typography component="time" dateTime={change.at} variant="caption" sx={{ color: 'text.secondary' }}>
              {format.ago(change.at, new Date())}
            </Typography>
          </Box>
        ))}
      </Box>
      {total > SHOWN && (
        <Link component={RouterLink} to={all}>
          {translate('record.more')}
        </Link>
      )}
    </Box>
  );
};
