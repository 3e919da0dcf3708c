import { useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { run } from '../kernel/api.ts';
import { DecimalInput, EnumInput, TitleInput, YesNoInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { Fields } from '../kernel/record/Group.tsx';
import { type Channel, UpdateChannel } from './grid.graphql.ts';
import { useGridChange } from './useGridChange.ts';

/** Corrects what a channel weighs and what its absence counts, while nothing was measured. */
export const ChannelDialog = ({ channel, onClose }: { readonly channel: Channel; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const { change, isPending, refusal, faults } = useGridChange(
    ({ label, weight, optional, compared, whenAbsent, floor, minimum, bonusCap }: Channel) =>
      run(UpdateChannel, {
        ...{ id: channel.id, version: channel.version },
        input: { label, weight, optional, compared, whenAbsent, floor, minimum, bonusCap },
      }),
    onClose,
  );
  return (
    <FormDialog
      open
      noun="channel"
      title={translate('room.settings.channelTitle', { channel: channel.label })}
      action={translate('room.settings.channelSave')}
      values={channel}
      pending={isPending}
      refusal={refusal && translate(`refusal.${refusal}`)}
      faults={faults}
      onCancel={onClose}
      onSave={change}
    >
      <ChannelInputs />
    </FormDialog>
  );
};

const ChannelInputs = () => {
  const [optional, whenAbsent] = useWatch({ name: ['optional', 'whenAbsent'] });
  return (
    <>
      <Fields>
        <TitleInput source="label" must />
        <DecimalInput source="weight" must within={[0, 99999]} help="room.settings.channelWeightHelp" />
      </Fields>
      <Fields>
        <YesNoInput source="optional" help="room.settings.optionalHelp" />
        {optional && <YesNoInput source="compared" help="room.settings.comparedHelp" />}
      </Fields>
      <Fields>
        <EnumInput source="whenAbsent" of="AbsencePolicy" must />
        {whenAbsent === 'FLOOR' && (
          <DecimalInput source="floor" must within={[0, 100]} help="room.settings.floorHelp" />
        )}
      </Fields>
      <Fields>
        <DecimalInput source="minimum" within={[0, 100]} help="room.settings.minimumHelp" />
        <DecimalInput source="bonusCap" within={[0, 100]} help="room.settings.bonusCapHelp" />
      </Fields>
    </>
  );
};
