import { Alert, Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { detailsIn } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Loading } from '../kernel/states.tsx';
import { useAct } from '../kernel/useAct.ts';
import { BandsTable } from './BandsTable.tsx';
import { BendsFields } from './BendsFields.tsx';
import { LIMITS, LimitsFields } from './LimitsFields.tsx';
import { MoneyFields } from './MoneyFields.tsx';
import { Part } from './Part.tsx';
import { type Category, type Rules, SavePlanRules } from './plan.graphql.ts';
import { asSaved, rulesOf } from './rules.ts';
import { TargetsTable } from './TargetsTable.tsx';
import { useSetInWords } from './useSetInWords.ts';

interface RulesFormProps {
  readonly edition: EditionInForce;
  readonly open: boolean;
  /** Hears whether something is typed that is not saved. */
  readonly onTyping: (typing: boolean) => void;
}

/** What each part of the form is given: the rules as they are typed, and how they change. */
export interface PartProps {
  readonly said: Rules;
  readonly open: boolean;
  readonly say: (change: Partial<Rules>) => void;
}

/** The rules of the plan, as a form: how many tests, when, within which limits, at what price. */
export const RulesForm = ({ edition, ...more }: RulesFormProps) => {
  const { data } = useQuery(rulesOf(edition.id));
  if (!data) return <Loading />;
  const { planRules: rules, categories } = data;
  return <Form key={rules.version} edition={edition} {...more} rules={rules} categories={categories.items} />;
};

interface FormProps extends RulesFormProps {
  readonly rules: Rules;
  readonly categories: readonly Category[];
}

const Form = ({ edition, open, onTyping, rules, categories }: FormProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [said, setSaid] = useState(rules);
  useEffect(() => onTyping(said !== rules), [onTyping, said, rules]);
  const { act, pending, refusal, error } = useAct(['plan']);
  const faults = (detailsIn(error).faults ?? []) as readonly { readonly path: string; readonly reason: string }[];
  const set = useSetInWords(said);
  const faulty = (...parts: readonly string[]) => faults.some(({ path }) => parts.includes(path.split('.')[0] ?? ''));
  const part: PartProps = { said, open, say: (change) => setSaid({ ...said, ...change }) };
  const save = async () => {
    if (await act(SavePlanRules, asSaved(edition.id, said))) notify('room.planning.saved', { type: 'success' });
  };
  return (
    <Section title={translate('room.planning.rules')}>
      {open && <Typography sx={{ maxWidth: 720 }}>{translate('room.planning.rulesMore')}</Typography>}
      <Box sx={{ mt: 4, borderBottom: 1, borderColor: 'divider' }}>
        <Part title="targets" set={set.targets()} more="targetsMore" faulty={faulty('targets')}>
          <TargetsTable {...part} categories={categories} />
        </Part>
        <Part title="bands" set={set.bands()} more="bandsMore" faulty={faulty('bands')}>
          <BandsTable {...part} />
        </Part>
        <Part title="limits" set={set.limits()} faulty={faulty(...LIMITS, 'closedDays')}>
          <LimitsFields {...part} />
        </Part>
        <Part title="bends" set={set.bends()} more="bendsMore" faulty={faulty('costs')}>
          <BendsFields {...part} />
        </Part>
        <Part title="money" set={set.money()} more="moneyMore" faulty={faulty('prices', 'budget')}>
          <MoneyFields {...part} />
        </Part>
      </Box>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mt: 5 }}>
          {refusal}
          {faults.map(({ path, reason }) => (
            <Box key={`${path} ${reason}`}>{faultInWords(translate, said, path, reason)}</Box>
          ))}
        </Alert>
      )}
      {open && (
        <Button variant="contained" disabled={pending || said === rules} onClick={() => void save()} sx={{ mt: 5 }}>
          {translate('room.planning.save')}
        </Button>
      )}
    </Section>
  );
};

/** What is wrong with one line, and of which channel it is. */
function faultInWords(translate: ReturnType<typeof useTranslate>, said: Rules, path: string, reason: string): string {
  const [part = '', at = ''] = path.split('.');
  const line = (said as unknown as Record<string, unknown>)[part];
  const { channel } = ((Array.isArray(line) ? line[Number(at)] : null) ?? {}) as { readonly channel?: string };
  const place = translate(`room.planning.${part}`, { _: translate(`room.planning.field.${part}`) });
  const where = channel ? `${place}, ${translate(`enum.ChannelCode.${channel}`)}` : place;
  return translate('room.planning.faultIn', { where, fault: translate(`room.planning.fault.${reason}`) });
}

/** Fields side by side, as many as there is room for. */
export const GRID = {
  display: 'grid',
  gap: 4,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
} as const;
