import { useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { DecimalInput, EnumInput, TitleInput, YesNoInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { Fields } from '../kernel/record/Group.tsx';
import type { Channel, Grid } from './grid.graphql.ts';
import { UpdateChannels } from './outline.graphql.ts';
import type { Editor } from './useEditor.ts';
import { usePart } from './usePart.ts';
import { asRead } from './useTree.ts';

interface ChannelDialogProps {
  readonly grid: Grid;
  readonly channel: Channel;
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Corrects what a channel weighs and what its absence counts, while nothing was measured. */
export const ChannelDialog = ({ grid, channel, editor, onClose }: ChannelDialogProps) => {
  const translate = useTranslate();
  const part = usePart(editor, grid, onClose);
  return (
    <FormDialog
      open
      noun="channel"
      title={translate('room.settings.channelTitle', { channel: channel.label })}
      action={translate('room.settings.channelSave')}
      values={channel}
      pending={part.pending}
      refusal={part.refusal}
      faults={part.faults}
      onCancel={() => {
        part.forget();
        onClose();
      }}
      onSave={({ label, weight, optional, compared, whenAbsent, floor, minimum, bonusCap }) =>
        part.change(translate('room.editor.saidChanged', { label }), UpdateChannels, {
          channels: [asRead(channel)],
          input: { label, weight, optional, compared, whenAbsent, floor, minimum, bonusCap },
        })
      }
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
