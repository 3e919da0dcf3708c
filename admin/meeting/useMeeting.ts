import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { run } from '../kernel/api.ts';
import { useLive } from '../kernel/useLive.ts';
import { MeetingOf } from './meeting.graphql.ts';

/** Milliseconds between two looks at the meeting while nothing tells what happens in it. */
const LOOK = 4000;

/** A meeting as it stands: read again whenever something happens in it. What was read stays when the network goes. */
export function useMeeting(id: string) {
  const client = useQueryClient();
  const heard = useCallback(() => void client.invalidateQueries({ queryKey: ['meeting', id] }), [client, id]);
  const line = useLive(id, heard);
  const { data, error, refetch } = useQuery({
    queryKey: ['meeting', id],
    queryFn: ({ signal }) => run(MeetingOf, { id }, signal),
    refetchInterval: line === 'live' || line === 'over' ? false : LOOK,
  });
  return { meeting: data?.meeting ?? null, line, error, refetch: () => void refetch() };
}
