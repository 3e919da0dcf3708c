import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, IconButton, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Condition } from '../../server/score/condition.rules.ts';
import type { Criterion } from './grid.graphql.ts';

interface ConditionProps {
  /** From 1. */
  readonly number: number;
  readonly condition: Condition;
  readonly earlier: readonly Criterion[];
  /** Null takes it away. */
  readonly onChange: (condition: Condition | null) => void;
}

/** One condition: a criterion asked before, then the answers it must have or the bounds its value must lie between. */
export const ConditionInput = ({ number, condition, earlier, onChange }: ConditionProps) => {
  const translate = useTranslate();
  const say = (key: string) => translate(`room.settings.${key}`, { number });
  const subject = earlier.find(({ code }) => code === condition.criterion);
  return (
    <Box
      role="group"
      aria-label={say('condition')}
      sx={{
        width: '100%',
        display: 'grid',
        gap: 3,
        alignItems: { xs: 'start', sm: 'end' },
        gridTemplateColumns: { xs: 'minmax(0, 1fr) 44px', sm: 'minmax(0, 5fr) minmax(0, 4fr) 44px' },
      }}
    >
      <TextField
        select
        label={say('on')}
        value={subject?.code ?? ''}
        onChange={({ target }) => {
          const chosen = earlier.find(({ code }) => code === target.value);
          if (chosen) onChange(emptyOn(chosen));
        }}
      >
        {earlier.map(({ code, label }) => (
          <MenuItem key={code} value={code}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ gridColumn: { xs: '1', sm: 'auto' }, gridRow: { xs: '2', sm: 'auto' } }}>
        {'in' in condition ? (
          <Answers condition={condition} subject={subject} onChange={onChange} />
        ) : (
          <Bounds condition={condition} onChange={onChange} />
        )}
      </Box>
      <IconButton aria-label={say('removeCondition')} sx={{ mt: { xs: 5, sm: 0 } }} onClick={() => onChange(null)}>
        <DeleteOutlined />
      </IconButton>
    </Box>
  );
};

type Coded = Extract<Condition, { readonly in: readonly string[] }>;
type Measured = Exclude<Condition, Coded>;

interface AnswersProps {
  readonly condition: Coded;
  readonly subject: Criterion | undefined;
  readonly onChange: (condition: Condition) => void;
}

const Answers = ({ condition, subject, onChange }: AnswersProps) => {
  const translate = useTranslate();
  const yesOrNo = [
    { code: '1', label: translate('list.yes') },
    { code: '0', label: translate('list.no') },
  ];
  const answers = subject?.scale.type === 'CHOICE' ? subject.scale.choices : yesOrNo;
  return (
    <TextField
      select
      fullWidth
      label={translate('room.settings.answers')}
      value={[...condition.in]}
      onChange={({ target }) => onChange({ ...condition, in: target.value as unknown as string[] })}
      slotProps={{ select: { multiple: true } }}
    >
      {answers.map(({ code, label }) => (
        <MenuItem key={code} value={code}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
};

const Bounds = (props: { readonly condition: Measured; readonly onChange: (condition: Condition) => void }) => {
  const translate = useTranslate();
  const { condition, onChange } = props;
  const bound = (name: 'from' | 'below', label: string) => (
    <TextField
      label={translate(`room.settings.${label}`)}
      value={condition[name]?.replace('.', ',') ?? ''}
      onChange={({ target }) => {
        const typed = target.value.replace(',', '.').replace(/\s/g, '');
        if (/^\d{0,9}\.?\d{0,6}$/.test(typed)) onChange({ ...condition, [name]: typed || null });
      }}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: '1fr 1fr' }}>
      {bound('from', 'atLeast')}
      {bound('below', 'lessThan')}
    </Box>
  );
};

/** A condition still to be completed, of the sort its criterion takes: answers, or bounds. */
export const emptyOn = ({ code, kind }: Pick<Criterion, 'code' | 'kind'>): Condition =>
  kind === 'YES_NO' || kind === 'CHOICE' ? { criterion: code, in: [] } : { criterion: code, from: null, below: null };
