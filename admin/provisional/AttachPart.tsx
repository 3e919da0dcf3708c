import AttachFileOutlined from '@mui/icons-material/AttachFileOutlined';
import { Box, Button, FormHelperText, LinearProgress } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { refused } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { useRefusalInWords } from '../kernel/useAct.ts';
import { ExhibitList } from './ExhibitList.tsx';
import { asSpeaker, type ExhibitRules, ExhibitRulesOf, type Speaker } from './provisional.graphql.ts';
import type { Claims } from './useClaims.ts';

/** Limits are set in powers of two, and told in whole millions of bytes: a little less than what is taken. */
const roundSize = (bytes: number): number => Math.floor(bytes / 1e6) * 1e6;

interface AttachPartProps {
  readonly speaker: Speaker;
  readonly claims: Claims;
  readonly code: string;
  readonly label: string;
}

/** The files that support one criterion of a draft, and the way to add one; where none is taken, nothing is said of it. */
export const AttachPart = (props: AttachPartProps) => {
  const { speaker, claims, code } = props;
  const { data } = useQuery({
    queryKey: ['provisional', 'exhibits'],
    queryFn: () => asSpeaker(speaker, ExhibitRulesOf, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <ExhibitList
        speaker={speaker}
        exhibits={claims.exhibitsOf(code)}
        onRemove={(id: string) => claims.detach(code, id)}
      />
      {data?.exhibitRules.taken && <Attach {...props} rules={data.exhibitRules} />}
    </>
  );
};

const Attach = ({ claims, code, label, rules }: AttachPartProps & { readonly rules: ExhibitRules }) => {
  const translate = useTranslate();
  const format = useFormat();
  const words = useRefusalInWords();
  const help = useId();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { types, most, count, days } = rules;
  const take = async (file: File | undefined) => {
    if (!file) return;
    setRefusal(null);
    setShare(0);
    try {
      if (file.size > most) throw refused('TOO_LARGE', 413);
      await claims.attach(code, file, setShare);
    } catch (error) {
      setRefusal(words(error));
    } finally {
      setShare(null);
    }
  };
  return (
    <Box sx={{ mt: 2 }}>
      <Button
        variant="outlined"
        startIcon={<AttachFileOutlined />}
        disabled={share !== null || claims.pending}
        sx={{ minHeight: 44 }}
        aria-label={translate('provisional.attachOf', { label })}
        aria-describedby={help}
        onClick={() => input.current?.click()}
      >
        {translate('provisional.attach')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={translate('provisional.attachOf', { label })}
        accept={types.join()}
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = '';
        }}
      />
      {share !== null && (
        <LinearProgress
          aria-label={translate('provisional.attaching')}
          variant="determinate"
          value={share * 100}
          sx={{ mt: 2, height: 4, borderRadius: 1 }}
        />
      )}
      {refusal && (
        <FormHelperText error role="alert">
          {refusal} {translate('provisional.attachKept')}
        </FormHelperText>
      )}
      <FormHelperText id={help}>
        {translate('provisional.attachHelp', { most: format.bytes(roundSize(most)), count, days: format.number(days) })}
      </FormHelperText>
    </Box>
  );
};
