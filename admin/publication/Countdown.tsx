import { Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { type Release, ReleaseStands } from './publication.graphql.ts';

const SECOND = 1000;

/**
 * How long until the instant of a release, counted down from what the server said was left: the clock of this machine
 * decides nothing. The server is asked again each quarter of a minute, and each second once the instant has come.
 */
export const Countdown = ({ release, editionId }: { readonly release: Release; readonly editionId: string }) => {
  const translate = useTranslate();
  const client = useQueryClient();
  const [left, setLeft] = useState(release.dueIn ?? 0);
  const { data } = useQuery({
    queryKey: ['release', release.id],
    queryFn: async ({ signal }) => {
      const { release: stands } = await run(ReleaseStands, { id: release.id }, signal);
      return { ...stands, readAt: performance.now() };
    },
    refetchInterval: left > 0 ? 15 * SECOND : SECOND,
  });
  const words = useDuration();
  useEffect(() => {
    if (!data) return;
    if (data.state !== 'SCHEDULED') {
      void client.invalidateQueries({ queryKey: ['publication', editionId] });
      return;
    }
    const tell = () => setLeft(Math.max(0, (data.dueIn ?? 0) - (performance.now() - data.readAt)));
    tell();
    const timer = setInterval(tell, SECOND / 4);
    return () => clearInterval(timer);
  }, [data, client, editionId]);
  return (
    <>
      <Typography aria-hidden sx={{ fontSize: '1.75rem', fontWeight: 600, fontVariantNumeric: 'tabular-nums', mb: 2 }}>
        {left > 0 ? words(left) : translate('room.publication.goingOut')}
      </Typography>
      <Typography role="timer" aria-live={left > 0 ? 'off' : 'polite'} sx={visuallyHidden}>
        {left > 0
          ? translate('room.publication.leftInWords', { left: words(left) })
          : translate('room.publication.goingOut')}
      </Typography>
    </>
  );
};

const visuallyHidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

/** "3 j 04 h", "1 h 05 min 09 s". */
function useDuration(): (ms: number) => string {
  const translate = useTranslate();
  const format = useFormat();
  const two = (n: number) => String(n).padStart(2, '0');
  return (ms) => {
    const seconds = Math.ceil(ms / SECOND);
    const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24];
    const [minutes, rest] = [Math.floor(seconds / 60) % 60, seconds % 60];
    if (days > 0) return translate('room.publication.inDays', { days: format.number(days), hours: two(hours) });
    return translate('room.publication.inHours', { hours, minutes: two(minutes), seconds: two(rest) });
  };
}
