import { Alert, Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { detailsIn, run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Loading } from '../kernel/states.tsx';
import { useAct } from '../kernel/useAct.ts';
import { BandsTable } from './BandsTable.tsx';
import { BendsFields } from './BendsFields.tsx';
import { LimitsFields } from './LimitsFields.tsx';
import { MoneyFields } from './MoneyFields.tsx';
import { type Category, PlanRulesNow, type Rules, SavePlanRules } from './plan.graphql.ts';
import { TargetsTable } from './TargetsTable.tsx';

interface RulesFormProps {
  readonly edition: EditionInForce;
  readonly open: boolean;
}

/** What each part of the form is given: the rules as they are typed, and how they change. */
export interface PartProps {
  readonly said: Rules;
  readonly open: boolean;
  readonly say: (change: Partial<Rules>) => void;
}

/** The rules of the plan, as a form: how many tests, when, within which limits, at what price. */
export const RulesForm = ({ edition, open }: RulesFormProps) => {
  const { data } = useQuery({
    queryKey: ['plan', 'rules', edition.id],
    queryFn: ({ signal }) => run(PlanRulesNow, { editionId: edition.id }, signal),
  });
  if (!data) return <Loading />;
  const { planRules: rules, categories } = data;
  return <Form key={rules.version} edition={edition} open={open} rules={rules} categories={categories.items} />;
};

interface FormProps extends RulesFormProps {
  readonly rules: Rules;
  readonly categories: readonly Category[];
}

const Form = ({ edition, open, rules, categories }: FormProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [said, setSaid] = useState(rules);
  const { act, pending, refusal, error } = useAct(['plan']);
  const faults = (detailsIn(error).faults ?? []) as readonly { readonly path: string; readonly reason: string }[];
  const part: PartProps = { said, open, say: (change) => setSaid({ ...said, ...change }) };
  const save = async () => {
    const { version, ...input } = { ...said, closedDays: said.closedDays.filter(Boolean) };
    if (await act(SavePlanRules, { editionId: edition.id, version, input }))
      notify('room.planning.saved', { type: 'success' });
  };
  return (
    <Section title={translate('room.planning.rules')}>
      <Typography sx={{ maxWidth: 720 }}>{translate('room.planning.rulesMore')}</Typography>
      <Part title="targets" more="targetsMore">
        <TargetsTable {...part} categories={categories} />
      </Part>
      <Part title="bands" more="bandsMore">
        <BandsTable {...part} />
      </Part>
      <Part title="limits">
        <LimitsFields {...part} />
      </Part>
      <Part title="bends" more="bendsMore">
        <BendsFields {...part} />
      </Part>
      <Part title="money" more="moneyMore">
        <MoneyFields {...part} />
      </Part>
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

interface PartTitle {
  readonly title: string;
  readonly more?: string;
  readonly children: React.ReactNode;
}

const Part = ({ title, more, children }: PartTitle) => {
  const translate = useTranslate();
  return (
    <Box component="section" sx={{ mt: 6 }}>
      <Typography component="h3" variant="h4" sx={{ mb: more ? 1 : 3 }}>
        {translate(`room.planning.${title}`)}
      </Typography>
      {more && (
        <Typography variant="body2" sx={{ mb: 3, maxWidth: 720, color: 'text.secondary' }}>
          {translate(`room.planning.${more}`)}
        </Typography>
      )}
      {children}
    </Box>
  );
};

/** Fields side by side, as many as there is room for. */
export const GRID = {
  display: 'grid',
  gap: 4,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
} as const;
