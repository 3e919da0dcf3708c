import { EmailInput, EnumInput, TitleInput } from '../kernel/inputs.tsx';
import { Fields } from '../kernel/record/Group.tsx';
import type { JurorInput } from './panel.graphql.ts';

export const NEW_JUROR: JurorInput = { name: '', email: '', quality: '', office: 'MEMBER' };

/** Whom to invite: as the minutes will name them, and where the link is mailed. */
export const JurorInputs = ({ withOffice = false }: { readonly withOffice?: boolean }) => (
  <>
    <Fields>
      <TitleInput source="name" must help="room.panel.nameHelp" />
      <EmailInput source="email" must help="room.panel.emailHelp" />
    </Fields>
    <TitleInput source="quality" help="room.panel.qualityHelp" />
    {withOffice && <EnumInput source="office" of="Office" must help="room.panel.officeHelp" />}
  </>
);
