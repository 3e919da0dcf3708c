/** What says where a meeting stands. */
interface Dated {
  readonly openedAt: string | null;
  readonly closedAt: string | null;
}

/** Where a meeting stands: planned, held now, or closed. */
export const meetingState = ({ openedAt, closedAt }: Dated): 'PLANNED' | 'OPEN' | 'CLOSED' =>
  closedAt ? 'CLOSED' : openedAt ? 'OPEN' : 'PLANNED';
