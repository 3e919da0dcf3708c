import { useRecordContext, useTranslate } from 'react-admin';
import { useEdition } from '../kernel/edition.tsx';
import { CountInput, DayInput, ProseInput, TitleInput, YesNoInput } from '../kernel/inputs.tsx';
import { CreatePage, EditPage } from '../kernel/record/FormPage.tsx';
import { Fields } from '../kernel/record/Group.tsx';
import { Loading } from '../kernel/states.tsx';
import type { PanelSheet } from './panel.graphql.ts';

/** A panel belongs to the edition one is in; its terms start from what jurors usually accept. */
export const PanelCreate = () => {
  const translate = useTranslate();
  const edition = useEdition();
  if (!edition) return <Loading />;
  const initial = {
    editionId: edition.id,
    terms: translate('room.panel.firstTerms'),
    ...{ tieYears: 3, secondFactor: true },
  };
  return (
    <CreatePage title="room.panel.add" initial={initial}>
      <PanelInputs />
    </CreatePage>
  );
};

export const PanelEdit = () => (
  <EditPage noun="panel" removable>
    <PanelInputs />
  </EditPage>
);

/** What it is called, what its members accept, when it meets, and how far back ties count. */
const PanelInputs = () => {
  const panel = useRecordContext<Partial<PanelSheet>>();
  const accepted = panel?.jurors?.some(({ acceptedAt }) => acceptedAt) ?? false;
  return (
    <>
      <TitleInput source="label" must help="room.panel.labelHelp" />
      <ProseInput
        source="terms"
        must
        disabled={accepted}
        help={accepted ? 'refusal.PANEL_TERMS_ACCEPTED' : 'room.panel.termsHelp'}
      />
      <Fields>
        <DayInput source="meetsOn" help="room.panel.meetsOnHelp" />
        <CountInput source="tieYears" must help="room.panel.tieYearsHelp" />
      </Fields>
      <YesNoInput source="secondFactor" help="room.panel.secondFactorHelp" />
    </>
  );
};
