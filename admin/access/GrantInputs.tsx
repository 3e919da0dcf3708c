import { useTranslate } from 'react-admin';
import { CountInput, DayInput, TitleInput, WordsInput } from '../kernel/inputs.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';

/** What is granted: what may be read, how much, from where, until when. */
export const GrantInputs = () => {
  const translate = useTranslate();
  return (
    <>
      <Group title={translate('room.access.opens')} more={translate('room.access.opensMore')}>
        <Fields>
          <WordsInput source="embargo" label="field.scopeEmbargo" help="room.access.embargoHelp" />
        </Fields>
      </Group>
      <Group title={translate('room.access.limits')}>
        <Fields>
          <CountInput source="allowance" must least={100} help="room.access.allowanceHelp" />
          <DayInput source="expiresOn" help="room.access.expiresHelp" />
          <WordsInput source="addresses" help="room.access.addressesHelp" />
          <TitleInput source="contract" must help="room.access.contractHelp" />
        </Fields>
      </Group>
    </>
  );
};
