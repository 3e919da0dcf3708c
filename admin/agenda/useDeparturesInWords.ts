import { useTranslate } from 'react-admin';

/** How often someone leaves the room, in words. */
export function useDeparturesInWords(): (departures: number) => string {
  const translate = useTranslate();
  return (departures) =>
    departures === 0
      ? translate('room.agenda.noDeparture')
      : translate('room.agenda.departures', { smart_count: departures });
}
