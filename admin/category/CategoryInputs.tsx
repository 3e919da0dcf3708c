import { CodeInput, CountInput, EnumsInput, TitleInput, YesNoInput } from '../kernel/inputs.tsx';
import { Fields } from '../kernel/record/Group.tsx';

/** What a category is called, whom it takes, and whether a trophy goes with it. */
export const CategoryInputs = () => (
  <>
    <TitleInput source="label" must />
    <Fields>
      <CodeInput source="code" must help="room.category.codeHelp" />
      <CountInput source="position" must />
    </Fields>
    <EnumsInput source="kinds" of="StructureKind" must />
    <Fields>
      <CountInput source="populationFrom" help="room.category.fromHelp" />
      <CountInput source="populationBelow" help="room.category.belowHelp" />
    </Fields>
    <YesNoInput source="awarded" defaultValue={true} />
  </>
);
