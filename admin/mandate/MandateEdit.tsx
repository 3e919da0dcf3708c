import { ArrayInput, SelectInput, SimpleFormIterator, useBasename, useRecordContext, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { Navigate } from 'react-router-dom';
import { CountInput, DecimalInput, EnumInput, TitleInput, YesNoInput } from '../kernel/inputs.tsx';
import { EditPage } from '../kernel/record/FormPage.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';
import type { Mandate } from './mandate.graphql.ts';

/** Declares the rules of one deliberation, until its first ballot is opened. */
export const MandateEdit = () => (
  <EditPage noun="mandate" shownIn="panel">
    <Frozen />
    <VoteInputs />
    <QuorumInputs />
    <ListInputs />
  </EditPage>
);

/** Rules that are frozen have a page, and no form. */
const Frozen = () => {
  const basename = useBasename();
  const mandate = useRecordContext<Mandate>();
  return mandate?.frozenAt ? <Navigate to={`${basename}/mandate/${mandate.id}/show`} replace /> : null;
};

const VoteInputs = () => {
  const translate = useTranslate();
  const mode: Mandate['mode'] = useWatch({ name: 'mode', defaultValue: 'RATIFY' });
  return (
    <Group title={translate('room.mandate.vote')} more={translate(`room.mandate.modeMore.${mode}`)}>
      <Fields>
        <EnumInput source="mode" of="VotingMode" must />
        {mode === 'MAJORITY_JUDGMENT' && <EnumInput source="grades" of="GradeScale" must />}
        {mode === 'SCORE' && <CountInput source="scale" must least={1} help="room.mandate.scaleHelp" />}
      </Fields>
      {mode === 'SCORE' && (
        <ArrayInput source="criteria" label="room.mandate.criteria" helperText="room.mandate.criteriaHelp">
          <SimpleFormIterator inline disableClear disableReordering>
            <TitleInput source="label" label="room.mandate.criterion" must />
            <DecimalInput source="weight" label="field.weight" must defaultValue="1" />
          </SimpleFormIterator>
        </ArrayInput>
      )}
      {(mode === 'RANK' || mode === 'MAJORITY_JUDGMENT') && (
        <YesNoInput source="mayOmit" help={`room.mandate.mayOmitMore.${mode}`} />
      )}
      <YesNoInput source="castingVote" help="room.mandate.castingVoteHelp" />
    </Group>
  );
};

/** The shares people know; another that was declared stays on offer. */
const SHARES = ['1/2', '2/3', '3/4', '1'];

const QuorumInputs = () => {
  const translate = useTranslate();
  const mandate = useRecordContext<Mandate>();
  const shares = [...new Set([...SHARES, ...(mandate ? [mandate.quorumShare] : [])])];
  return (
    <Group title={translate('room.mandate.quorumTitle')} more={translate('room.mandate.quorumMore')}>
      <Fields>
        <SelectInput
          source="quorumShare"
          choices={shares.map((id) => ({
            id,
            name: translate(`room.mandate.share.${id.replace('/', '_')}`, { _: id }),
          }))}
          translateChoice={false}
          helperText={false}
          emptyText=""
          isRequired
        />
        <CountInput source="quorumFewest" must least={1} help="room.mandate.quorumFewestHelp" />
      </Fields>
      <YesNoInput source="quorumStrictly" />
    </Group>
  );
};

const ListInputs = () => {
  const translate = useTranslate();
  return (
    <Group title={translate('room.mandate.listTitle')}>
      <Fields>
        <CountInput source="shortList" label="room.mandate.howMany" must least={1} help="room.mandate.shortListHelp" />
        <EnumInput source="names" of="NameRule" must help="room.mandate.namesHelp" />
      </Fields>
    </Group>
  );
};
