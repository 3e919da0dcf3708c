import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Compared } from './Compared.tsx';
import type { Part, Source } from './configuration.graphql.ts';
import { FilePicker } from './FilePicker.tsx';
import { PartChoice } from './PartChoice.tsx';
import { SourcePicker, useSources } from './SourcePicker.tsx';

/** What a copy takes, and what a file takes besides: which year it is stays with the edition. */
const COPIED: readonly Part[] = ['CATEGORIES', 'PRIZES', 'GRID', 'POLICY'];
const WHOLE: readonly Part[] = ['EDITION', ...COPIED];

/** From where a configuration is taken, which parts of it, what that changes, and then: apply. */
export const Taking = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const sources = useSources(edition);
  const [from, setFrom] = useState<'edition' | 'file'>('edition');
  const [chosen, setChosen] = useState('');
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const [parts, setParts] = useState<readonly Part[]>(WHOLE);
  const editionId = chosen || (sources[0]?.id ?? '');
  const open = from === 'file' ? WHOLE : COPIED;
  const source: Source | null = from === 'file' ? file && { document: file.text } : editionId ? { editionId } : null;
  const taken = open.filter((part) => parts.includes(part));
  return (
    <Section title={translate('room.configuration.take')}>
      <FormControl>
        <FormLabel id="configuration-from">{translate('room.configuration.from')}</FormLabel>
        <RadioGroup
          row
          aria-labelledby="configuration-from"
          value={from}
          onChange={(_, value) => setFrom(value as 'edition' | 'file')}
        >
          <FormControlLabel value="edition" control={<Radio />} label={translate('room.configuration.fromEdition')} />
          <FormControlLabel value="file" control={<Radio />} label={translate('room.configuration.fromFile')} />
        </RadioGroup>
      </FormControl>
      {from === 'edition' && <SourcePicker sources={sources} value={editionId} onChange={setChosen} />}
      {from === 'file' && <FilePicker name={file?.name ?? null} onFile={setFile} />}
      {source && <PartChoice open={open} chosen={taken} onChange={setParts} />}
      {source && taken.length > 0 && (
        <Compared edition={edition} source={source} parts={taken} dated={taken.includes('EDITION')} />
      )}
    </Section>
  );
};
