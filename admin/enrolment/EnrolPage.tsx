import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import { Alert, Box, Button, TextField } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Form, ResourceContextProvider, useBasename, useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { codeIn, doing, run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import type { VariablesOf } from '../kernel/graphql.ts';
import { CountInput, EnumInput, EnumsInput, TitleInput, WordsInput } from '../kernel/inputs.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Fields } from '../kernel/record/Group.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { useUndoable } from '../kernel/record/useUndo.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { EnrolGroups } from './EnrolGroups.tsx';
import { EnrolPreview, EnrolStructures, InviteStructures } from './registration.graphql.ts';

type Selection = VariablesOf<typeof EnrolPreview>['selection'];
interface Asked {
  readonly selection: Selection;
  readonly invite: boolean;
  readonly tier: 'FREE' | 'PAID';
}

/** Invites or enrols many structures at once: choose, see what becomes of each, then do it as one act. */
export const EnrolPage = () => (
  <EditionPage resource="invitation" title="registration.staff.bulkOf" tabs={false}>
    {(edition) => <Body edition={edition} />}
  </EditionPage>
);

const Body = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const [asked, setAsked] = useState<Asked | null>(null);
  if (!edition.rights.includes('ENROL')) return <Closed />;
  return (
    <>
      <Section title={translate('registration.staff.choose')}>
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mb: 4 }}>
          {translate('registration.staff.chooseMore')}
        </Box>
        <ResourceContextProvider value="structure">
          <Form
            record={{ how: 'INVITE', tier: 'FREE', kinds: [], departments: [] }}
            onSubmit={(values: object) => setAsked(askedIn(values as Values))}
          >
            <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, maxWidth: 820 }}>
              <Fields>
                <EnumsInput source="kinds" label="field.kinds" of="StructureKind" />
                <WordsInput source="departments" label="registration.staff.departments" />
                <CountInput source="populationFrom" label="registration.staff.populationFrom" />
                <CountInput source="populationBelow" label="registration.staff.populationBelow" />
                <TitleInput source="q" label="field.name" />
                <EnumInput source="how" label="registration.staff.how" of="EnrolHow" must />
              </Fields>
              <EnumInput source="tier" of="Tier" must label="field.tier" />
              <Button type="submit" variant="contained" sx={{ alignSelf: 'start' }}>
                {translate('registration.staff.look')}
              </Button>
            </Box>
          </Form>
        </ResourceContextProvider>
      </Section>
      {asked && <Preview key={JSON.stringify(asked)} edition={edition} asked={asked} />}
    </>
  );
};

/** The phase lets nobody in: says until when one could, and leads to those who are in. */
const Closed = () => {
  const translate = useTranslate();
  const basename = useBasename();
  return (
    <Empty
      icon={EventBusyOutlined}
      title={translate('registration.staff.closed')}
      more={translate('registration.staff.closedMore')}
    >
      <Button variant="outlined" component={Link} to={`${basename}/enrolment`}>
        {translate('registration.staff.seeEnrolled')}
      </Button>
    </Empty>
  );
};

interface Values {
  readonly how: string;
  readonly tier: 'FREE' | 'PAID';
  readonly kinds?: Selection['kinds'];
  readonly departments?: readonly string[];
  readonly populationFrom?: number | null;
  readonly populationBelow?: number | null;
  readonly q?: string | null;
}

const askedIn = ({ how, tier, kinds, departments = [], populationFrom, populationBelow, q }: Values): Asked => ({
  invite: how === 'INVITE',
  tier,
  selection: {
    kinds: kinds?.length ? kinds : null,
    departmentCodes: departments.map((each) => each.trim()).filter(Boolean),
    populationFrom: populationFrom ?? null,
    populationBelow: populationBelow ?? null,
    q: q || null,
  },
});

const Preview = ({ edition, asked }: { readonly edition: EditionInForce; readonly asked: Asked }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const basename = useBasename();
  const offer = useUndoable();
  const [expiresOn, setExpiresOn] = useState('');
  const editionId = edition.id;
  const { selection, invite, tier } = asked;
  const { data, error, refetch } = useQuery({
    queryKey: ['enrolment', 'preview', editionId, selection, invite],
    queryFn: ({ signal }) => run(EnrolPreview, { editionId, selection, invite }, signal),
    gcTime: 0,
  });
  const expected = data?.enrolPreview.find(({ verdict }) => verdict === 'NEW')?.count ?? 0;
  const act = useMutation({
    mutationFn: async () =>
      invite
        ? (await doing(InviteStructures, { editionId, selection, expected, expiresOn: expiresOn || null })).acts
        : (await doing(EnrolStructures, { editionId, selection, expected, input: { tier } })).acts,
    onSuccess: (acts) => {
      offer(translate(`registration.staff.${invite ? 'invited' : 'enrolled'}`, { smart_count: expected }), acts);
      navigate(`${basename}/${invite ? 'invitations' : 'enrolment'}`);
    },
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Section title={translate('registration.staff.preview')}>
      <EnrolGroups groups={data.enrolPreview} />
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, mt: 5, maxWidth: 420 }}>
        {act.error && (
          <Alert severity="error" role="alert">
            {translate(`refusal.${codeIn(act.error)}`)}
          </Alert>
        )}
        {expected === 0 && <Alert severity="info">{translate('registration.staff.nobodyNew')}</Alert>}
        {invite && expected > 0 && (
          <TextField
            type="date"
            label={translate('registration.staff.expiresOn')}
            helperText={translate('registration.staff.expiresOnHelp')}
            value={expiresOn}
            onChange={({ target }) => setExpiresOn(target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
          />
        )}
        {expected > 0 && (
          <Button variant="contained" disabled={act.isPending} onClick={() => act.mutate()} sx={{ alignSelf: 'start' }}>
            {translate(`registration.staff.${invite ? 'doInvite' : 'doEnrol'}`, { smart_count: expected })}
          </Button>
        )}
      </Box>
    </Section>
  );
};
