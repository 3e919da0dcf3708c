import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { run } from '../kernel/api.ts';
import { useLive } from '../kernel/useLive.ts';
import { AgendaMeeting } from './agenda.graphql.ts';

/** Milliseconds between two looks at the meeting while nothing tells what happens in it. */
const LOOK = 5_000;

/** A meeting as staff follow it: read again whenever something happens in it, until it is closed. */
export function useFollowed(id: string) {
  const client = useQueryClient();
  const heard = useCallback(() => void client.invalidateQueries({ queryKey: ['agenda', 'meeting', id] }), [client, id]);
  const [over, setOver] = useState(false);
  const line = useLive(over ? null : id, heard);
  const query = useQuery({
    queryKey: ['agenda', 'meeting', id],
    queryFn: async ({ signal }) => (await run(AgendaMeeting, { id }, signal)).meeting,
    refetchInterval: over || line === 'live' || line === 'over' ? false : LOOK,
  });
  const closed = query.data?.closedAt != null;
  useEffect(() => setOver(closed), [closed]);
  return { ...query, line };
}
