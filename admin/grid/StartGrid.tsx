import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useEdition } from '../kernel/edition.tsx';
import { EnumInput, TitleInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { Fields } from '../kernel/record/Group.tsx';
import { ConfigureGrid } from './grid.graphql.ts';
import { useGridChange } from './useGridChange.ts';

interface Values {
  readonly code: string;
  readonly step: string;
  readonly label: string;
}

/** The smallest grid there can be: one channel, one step, one question. The rest is added in the tree. */
export const StartGrid = ({ onClose }: { readonly onClose: () => void }) => {
  const translate = useTranslate();
  const edition = useEdition();
  const { change, isPending, refusal, faults } = useGridChange(
    ({ code, step, label }: Values) =>
      run(ConfigureGrid, {
        editionId: edition?.id ?? '',
        configuration: smallest(code, translate(`enum.ChannelCode.${code}`), step, label),
      }),
    onClose,
  );
  return (
    <FormDialog<Values>
      open
      noun="grid"
      title={translate('room.editor.start', { year: edition?.year ?? '' })}
      action={translate('room.editor.startSave')}
      values={{ code: 'PHONE', step: translate('room.editor.startStep'), label: '' }}
      pending={isPending}
      refusal={refusal && translate(`refusal.${refusal}`)}
      faults={faults}
      onCancel={onClose}
      onSave={change}
    >
      <span>{translate('room.editor.startMore')}</span>
      <Fields>
        <EnumInput source="code" of="ChannelCode" label="field.channel" must />
        <TitleInput source="step" label="field.step" must />
      </Fields>
      <TitleInput source="label" label="room.editor.question" must />
    </FormDialog>
  );
};

function smallest(channel: string, channelLabel: string, step: string, label: string) {
  const code = slugOf(step);
  return {
    ...{ steps: [{ code, label: step }], frames: [], indicators: [] },
    channels: [
      {
        ...{ code: channel, label: channelLabel, weight: '1', optional: false },
        criteria: [
          {
            ...{ code: `${channel.toLowerCase()}.${code}.${slugOf(label)}`.slice(0, 80), step: code, label },
            ...{ kind: 'YES_NO', weight: '1', scale: { type: 'YES_NO', yes: '1', no: '0' } },
            absences: { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'ZERO' },
          },
        ],
      },
    ],
  };
}

const slugOf = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'x';
