import { useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { CountInput, DayInput, EnumInput, ProseInput, TitleInput } from '../kernel/inputs.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';
import { LogoInput } from './LogoInput.tsx';

/** Which laureates it is for, what they may write and show, and from when to when. */
export const LicenceInputs = () => {
  const translate = useTranslate();
  const scope: string = useWatch({ name: 'scope', defaultValue: 'TROPHY' });
  return (
    <>
      <TitleInput source="label" must help="room.licence.labelHelp" />
      <Fields>
        <EnumInput source="scope" of="LicenceScope" must defaultValue="TROPHY" />
        <CountInput source="position" must defaultValue={0} />
      </Fields>
      <ProseInput
        source="wording"
        must
        help={scope === 'MENTION' ? 'room.licence.wordingHelpMention' : 'room.licence.wordingHelp'}
      />
      <Group title={translate('room.licence.term')}>
        <Fields>
          <DayInput source="fromOn" must />
          <DayInput source="untilOn" help="room.licence.untilHelp" />
        </Fields>
      </Group>
      <LogoInput />
    </>
  );
};
