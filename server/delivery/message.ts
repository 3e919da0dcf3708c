/** Under what name PostgreSQL tells that something became public. */
export const EVENT_CHANNEL = 'publication_event';

/** What partners are told of an event `e`, in SQL: the same to a webhook and on the stream. */
export const MESSAGE = `json_build_object('id', e.id, 'kind', e.kind,
  'at', to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  'year', e.year, 'version', e.dataset_version, 'data', e.payload)`;
