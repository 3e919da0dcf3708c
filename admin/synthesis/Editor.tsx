import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { forwardRef, useImperativeHandle, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { typeset } from '../kernel/i18n/typeset.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Grammar } from './Grammar.tsx';
import type { Sayable } from './synthesis.graphql.ts';

/** What other parts of the page may do to the text. */
export interface EditorHandle {
  /** Selects some words of a line, from 1, and brings them into sight. */
  goTo(line: number, words: string): void;
  /** Writes something else in place of some words of a line. */
  replace(line: number, words: string, instead: string): void;
}

interface EditorProps {
  readonly body: string;
  readonly onChange: (body: string) => void;
  readonly sayables: readonly Sayable[];
}

/** The text as it is written, and what may be asked for, put where the caret stands. */
export const Editor = forwardRef<EditorHandle, EditorProps>(({ body, onChange, sayables }, ref) => {
  const translate = useTranslate();
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({
    goTo(line, words) {
      const [from, until] = rangeOf(body, line, words);
      field.current?.focus();
      field.current?.setSelectionRange(from, until);
      scrollTo(field.current, body, from);
    },
    replace(line, words, instead) {
      const [from, until] = rangeOf(body, line, words);
      onChange(`${body.slice(0, from)}${instead}${body.slice(until)}`);
    },
  }));
  const insert = (query: string) => {
    const at = field.current?.selectionStart ?? body.length;
    const until = field.current?.selectionEnd ?? at;
    onChange(`${body.slice(0, at)}{{ ${query} }}${body.slice(until)}`);
    field.current?.focus();
  };
  return (
    <Section title={translate('room.synthesis.text')}>
      <Picker sayables={sayables} onPick={insert} />
      <TextField
        inputRef={field}
        label={translate('room.synthesis.text')}
        value={body}
        onChange={({ target }) => onChange(target.value)}
        multiline
        rows={30}
        fullWidth
        slotProps={{ htmlInput: { maxLength: 60_000, spellCheck: true, lang: 'fr' } }}
        sx={{ mt: 3, '& textarea': { lineHeight: 1.5 } }}
      />
      <Grammar />
    </Section>
  );
});

const Picker = ({
  sayables,
  onPick,
}: {
  readonly sayables: readonly Sayable[];
  readonly onPick: (query: string) => void;
}) => {
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  return (
    <Autocomplete<Sayable>
      options={[...sayables]}
      value={null}
      inputValue={typed}
      onInputChange={(_, words, reason) => setTyped(reason === 'input' ? words : '')}
      onChange={(_, sayable) => sayable && onPick(sayable.query)}
      blurOnSelect
      getOptionLabel={({ query, label }) => [query, label].filter(Boolean).join(' ')}
      getOptionDisabled={({ words }) => words === null}
      noOptionsText={translate('room.synthesis.noFigure')}
      renderInput={(props) => <TextField {...props} label={translate('room.synthesis.insert')} />}
      renderOption={({ key, ...props }, { query, label, words }) => (
        <Box component="li" key={key} {...props}>
          <div style={{ minWidth: 0 }}>
            <Typography sx={{ fontSize: '0.875rem' }}>{label ?? query}</Typography>
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {query} · {words === null ? translate('room.synthesis.unsaid') : typeset(words)}
            </Typography>
          </div>
        </Box>
      )}
    />
  );
};

/** Where some words stand in a line of a text; the whole line when they do not. */
function rangeOf(body: string, line: number, words: string): [from: number, until: number] {
  const lines = body.split('\n');
  const start = lines.slice(0, line - 1).reduce((at, each) => at + each.length + 1, 0);
  const own = lines[line - 1] ?? '';
  const at = own.indexOf(words);
  return at === -1 ? [start, start + own.length] : [start + at, start + at + words.length];
}

/** A text area does not follow its selection by itself. */
function scrollTo(field: HTMLTextAreaElement | null, body: string, at: number): void {
  if (!field) return;
  const share = at / Math.max(1, body.length);
  field.scrollTop = Math.max(0, share * field.scrollHeight - field.clientHeight / 2);
}
