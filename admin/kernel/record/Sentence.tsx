import { Box } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { PolicyRules } from '../../../server/score/policy.rules.ts';
import { useFormat } from '../format.ts';
import { useRulesInWords } from '../rulesInWords.ts';
import { Referred } from './Referred.tsx';
import { referredBy, useValueInWords } from './valueInWords.ts';

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
  const { rules } = useRulesInWords();
  const fields = Object.keys(change.after ?? change.before ?? {}).filter((name) => !SILENT.has(name));
  const [first] = fields;
  const nameOf = (column: string) => translate(`field.${fieldOf(column)}`, { _: column.replaceAll('_', ' ') });
  const who = <strong>{change.actorName ?? translate('record.system')}</strong>;
  const say = (key: string, more: Readonly<Record<string, ReactNode>> = {}) => (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      <Told sentence={(marks) => translate(key, marks)} said={{ who, ...more }} />
    </Box>
  );
  if (change.noun === 'scoring_policy' && change.after) {
    const { number, rules: chosen, motive } = change.after;
    const policy = rules(chosen as PolicyRules).join(' · ');
    return say('record.chosePolicy', { number: String(number), policy, motive: String(motive) });
  }
  if (!change.before) return say('record.created');
  if (!change.after) return say('record.removed');
  if (fields.length === 1 && first) {
    const field = nameOf(first);
    const said = (value: unknown) => {
      const resource = value === null ? undefined : referredBy(first);
      if (resource) return <Referred reference={resource} id={String(value)} />;
      return words(change.noun, fieldOf(first), value);
    };
    const was = said(change.before[first]);
    const is = said(change.after[first]);
    // What has no words of its own (a scale, a rule) is said to have changed, and no more.
    if (was === '…' || is === '…') return say('record.changedOf', { field });
    if (was === null) return say('record.filled', { field, after: is ?? translate('record.nothing') });
    if (is === null) return say('record.emptied', { field, before: was });
    const figure = typeof is === 'string' && /^[\d\s.,%-]+$/.test(is);
    return say(figure ? 'record.changedNumber' : 'record.changedFrom', { field, before: was, after: is });
  }
  return say('record.changedMany', { fields: format.list(fields.map((name) => `« ${nameOf(name)} »`)) });
};

/** A sentence of the dictionary with names that stand out or have yet to be read: it is cut where they go. */
const Told = ({
  sentence,
  said,
}: {
  readonly sentence: (marks: object) => string;
  readonly said: Readonly<Record<string, ReactNode>>;
}) => {
  const names = Object.keys(said);
  const marks = Object.fromEntries(names.map((name, i) => [name, `\u0000${i}\u0000`]));
  // Every second part is the place of a name.
  const parts = sentence(marks).split('\u0000');
  return parts.map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move.
    <Fragment key={i}>{i % 2 === 0 ? part : said[names[Number(part)] ?? '']}</Fragment>
  ));
};

/** The journal speaks in columns of the database: `category_id` is the field category. */
const fieldOf = (column: string): string =>
  column.replace(/_id$/, '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
