import { EnumInput, WordsInput, YesNoInput } from '../kernel/inputs.tsx';
import { Fields } from '../kernel/record/Group.tsx';

/** What an enrolment may still change: never its category, never its population. */
export const EnrolmentInputs = () => (
  <>
    <Fields>
      <EnumInput source="tier" of="Tier" must help="room.enrolment.tierHelp" />
      <EnumInput source="origin" of="PanelOrigin" must />
    </Fields>
    <YesNoInput source="reception" help="room.enrolment.receptionHelp" />
    <WordsInput source="certifications" help="room.enrolment.certificationsHelp" />
  </>
);
