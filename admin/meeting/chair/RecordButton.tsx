import { Box, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNamesOf } from '../../kernel/count/Who.tsx';
import { useFormat } from '../../kernel/format.ts';
import { useKept } from '../../kernel/useKept.ts';
import { type Item, RecordDecision } from '../meeting.graphql.ts';
import { ActButton } from './ActButton.tsx';

const nothing = { motive: '', mentions: {} as Readonly<Record<string, string>> };

/** Records the decision: the award is given, and what was decided can no longer be changed. */
export const RecordButton = ({ item }: { readonly item: Item }) => {
  const translate = useTranslate();
  const format = useFormat();
  const namesOf = useNamesOf();
  const kept = useKept(`record.${item.id}`, nothing);
  const { motive, mentions } = kept.value;
  const among = item.result?.among ?? [];
  const names = namesOf(item.candidates, among);
  const record = async (act: Parameters<Parameters<typeof ActButton>[0]['onAct']>[0]) => {
    const given = among.flatMap((code) => {
      const mention = mentions[code]?.trim();
      return mention ? [{ code, mention }] : [];
    });
    const done = await act(RecordDecision, { id: item.id, motive: motive.trim() || null, mentions: given });
    if (done) kept.forget();
    return done;
  };
  return (
    <ActButton
      name={among.length > 0 ? 'record' : 'recordNobody'}
      told={{ names: format.list(names), award: item.label }}
      primary
      consequences={3}
      onAct={record}
    >
      <Box sx={{ display: 'grid', gap: 4 }}>
        <TextField
          label={translate('chair.record.motive')}
          helperText={translate('chair.record.motiveHelp')}
          multiline
          minRows={2}
          value={motive}
          onChange={({ target }) => kept.set({ ...kept.value, motive: target.value })}
        />
        {among.map((code, i) => (
          <TextField
            key={code}
            label={translate('chair.record.mention', { name: names[i] ?? code })}
            value={mentions[code] ?? ''}
            onChange={({ target }) => kept.set({ ...kept.value, mentions: { ...mentions, [code]: target.value } })}
          />
        ))}
      </Box>
    </ActButton>
  );
};
