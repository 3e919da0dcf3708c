import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../format.ts';
import { useValueInWords } from './valueInWords.ts';

/** One change, as the journal keeps it: only the fields that moved, as they were and as they became. */
export interface Change {
  readonly id: string;
  readonly at: string;
  /** Null for the system itself. */
  readonly actorName: string | null;
  readonly noun: string;
  readonly recordId: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** Fields that follow from the change itself and say nothing more. */
const SILENT = new Set(['id', 'version', 'created_at', 'updated_at', 'createdAt', 'updatedAt']);

/** A change in words: "Élise Caron a changé « Poids » de 3 en 4". */
export const Sentence = ({ change }: { readonly change: Change }) => {
  const translate = useTranslate();
  const format = useFormat();
  const words = useValueInWords();
  const fields = Object.keys(change.after ?? change.before ?? {}).filter((name) => !SILENT.has(name));
  const [first] = fields;
  const nameOf = (column: string) => translate(`field.${fieldOf(column)}`, { _: column.replaceAll('_', ' ') });
  const say = (key: string, more: object = {}) => {
    // The author stands out, so the sentence is cut where the name goes.
    const [before = '', after = ''] = translate(key, { who: '\u0000', ...more }).split('\u0000');
    return (
      <Box sx={{ overflowWrap: 'anywhere' }}>
        {before}
        <strong>{change.actorName ?? translate('record.system')}</strong>
        {after}
      </Box>
    );
  };
  if (!change.before) return say('record.created');
  if (!change.after) return say('record.removed');
  if (fields.length === 1 && first) {
    const field = nameOf(first);
    const was = words(change.noun, fieldOf(first), change.before[first]);
    const is = words(change.noun, fieldOf(first), change.after[first]);
    if (was === null) return say('record.filled', { field, after: is ?? translate('record.nothing') });
    if (is === null) return say('record.emptied', { field, before: was });
    const figure = /^[\d\s.,%-]+$/.test(is);
    return say(figure ? 'record.changedNumber' : 'record.changedFrom', { field, before: was, after: is });
  }
  return say('record.changedMany', { fields: format.list(fields.map((name) => `« ${nameOf(name)} »`)) });
};

/** The journal speaks in columns of the database: `category_id` is the field category. */
const fieldOf = (column: string): string =>
  column.replace(/_id$/, '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
