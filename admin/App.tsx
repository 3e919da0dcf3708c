import { Admin, CustomRoutes, localStorageStore, Resource } from 'react-admin';
import { Navigate, Route, Routes, useLocation, useParams } from 'react-router-dom';
import access from './access/index.tsx';
import { UsagePage } from './access/UsagePage.tsx';
import { ChoosePassword } from './account/ChoosePassword.tsx';
import { ForgottenPassword } from './account/ForgottenPassword.tsx';
import account from './account/index.tsx';
import { Profile } from './account/Profile.tsx';
import { SignIn } from './account/SignIn.tsx';
import { AgendaPage } from './agenda/AgendaPage.tsx';
import { MeetingsPage } from './agenda/MeetingsPage.tsx';
import assignment from './assignment/index.tsx';
import audit from './audit/index.tsx';
import auditor from './auditor/index.tsx';
import { BriefingPage } from './briefing/BriefingPage.tsx';
import category from './category/index.tsx';
import { CeremonyPage } from './ceremony/CeremonyPage.tsx';
import change from './change/index.tsx';
import { ClaimPage } from './claim/ClaimPage.tsx';
import { ClaimsPage } from './claim/ClaimsPage.tsx';
import { CockpitPage } from './cockpit/CockpitPage.tsx';
import { ComparisonPage } from './comparison/ComparisonPage.tsx';
import { ConfigurationPage } from './configuration/ConfigurationPage.tsx';
import { ConflictPage } from './conflict/ConflictPage.tsx';
import { ControlPage } from './control/ControlPage.tsx';
import { ReadingPage } from './control/ReadingPage.tsx';
import { ReadingsPage } from './control/ReadingsPage.tsx';
import { SheetPage } from './control/SheetPage.tsx';
import { SuspicionsPage } from './control/SuspicionsPage.tsx';
import criterion from './criterion/index.tsx';
import dataset from './dataset/index.tsx';
import { DecisionPage } from './decision/DecisionPage.tsx';
import { DelayPage } from './delay/DelayPage.tsx';
import { DossierPage } from './dossier/DossierPage.tsx';
import { FilePage } from './dossier/FilePage.tsx';
import { ShortListPage } from './dossier/ShortListPage.tsx';
import { EarlyPage } from './early/EarlyPage.tsx';
import edition from './edition/index.tsx';
import { EffectPage } from './effect/EffectPage.tsx';
import { EmbargoPage } from './embargo/EmbargoPage.tsx';
import { EnrolPage } from './enrolment/EnrolPage.tsx';
import { InvitationPage } from './enrolment/InvitationPage.tsx';
import enrolment from './enrolment/index.tsx';
import grid from './grid/index.tsx';
import { Home } from './home/Home.tsx';
import { ImportPage } from './import/ImportPage.tsx';
import { RunPage } from './import/RunPage.tsx';
import { IndicatorPage } from './indicator/IndicatorPage.tsx';
import { ReportsPage } from './individual/ReportsPage.tsx';
import { AwardPage } from './jury/AwardPage.tsx';
import { authProvider } from './kernel/authProvider.ts';
import { dataProviderOf } from './kernel/dataProvider.ts';
import { lastYear } from './kernel/edition.tsx';
import { i18nProvider } from './kernel/i18n/provider.ts';
import { Shell } from './kernel/layout/Shell.tsx';
import { queryClient } from './kernel/queryClient.ts';
import { isOnStage, yearIn } from './kernel/stage.ts';
import { Loading, NotFound, Refused } from './kernel/states.tsx';
import { darkTheme, lightTheme } from './kernel/theme.ts';
import laureate from './laureate/index.tsx';
import licence from './licence/index.tsx';
import mail from './mail/index.tsx';
import mandate from './mandate/index.tsx';
import { MeetingList } from './meeting/MeetingList.tsx';
import { MeetingPage } from './meeting/MeetingPage.tsx';
import panel from './panel/index.tsx';
import { RequestPage } from './partner/RequestPage.tsx';
import { SpacePage } from './partner/SpacePage.tsx';
import persona from './persona/index.tsx';
import { PlanPage } from './plan/PlanPage.tsx';
import { PointPage } from './point/PointPage.tsx';
import prize from './prize/index.tsx';
import { OwnProvisionalPage } from './provisional/OwnProvisionalPage.tsx';
import { ProvisionalPage } from './provisional/ProvisionalPage.tsx';
import { PublicationPage } from './publication/PublicationPage.tsx';
import { RankingPage } from './ranking/RankingPage.tsx';
import { RegistrationPage } from './registration/RegistrationPage.tsx';
import { RehearsalPage } from './rehearsal/RehearsalPage.tsx';
import scenario from './scenario/index.tsx';
import { SeatPage } from './seat/SeatPage.tsx';
import { DuplicatesPage } from './structure/DuplicatesPage.tsx';
import structure from './structure/index.tsx';
import submission from './submission/index.tsx';
import { SynthesisPage } from './synthesis/SynthesisPage.tsx';
import { TiePage } from './tie/TiePage.tsx';
import trash from './trash/index.tsx';
import trophy from './trophy/index.tsx';
import { TurnoutPage } from './turnout/TurnoutPage.tsx';
import { WorkshopPage } from './workshop/WorkshopPage.tsx';

/** Every room of the back office. A new one is added here, in `kernel/access.ts` and in `kernel/layout/journey.ts`. */
const rooms = [
  ...[edition, category, prize, grid, criterion, structure, enrolment],
  ...[panel, mandate],
  ...[audit, submission, trophy, laureate, licence, dataset, access, account, change, trash, mail],
  ...[assignment, scenario, persona, auditor],
];

const dataProvider = dataProviderOf(Object.fromEntries(rooms.map(({ name, documents }) => [name, documents])));
const store = localStorageStore('1', isOnStage() ? 'barometre.repetition' : 'barometre');

/** The address begins with the year of the edition one is in; without it, the one last looked at. */
export const App = () => (
  <Routes>
    <Route path="/:year/*" element={<WithinYear />} />
    <Route path="*" element={<ToLastYear />} />
  </Routes>
);

const ToLastYear = () => {
  const { pathname, search } = useLocation();
  return <Navigate to={`/${lastYear()}${pathname}${search}`} replace />;
};

const WithinYear = () => {
  const { year = '' } = useParams();
  return yearIn(year) ? <BackOffice year={year} /> : <ToLastYear />;
};

const BackOffice = ({ year }: { readonly year: string }) => (
  <Admin
    basename={`/${year}`}
    title="Baromètre"
    dataProvider={dataProvider}
    authProvider={authProvider}
    i18nProvider={i18nProvider}
    queryClient={queryClient}
    store={store}
    theme={lightTheme}
    darkTheme={darkTheme}
    layout={Shell}
    dashboard={Home}
    loginPage={SignIn}
    loading={Loading}
    catchAll={NotFound}
    accessDenied={Refused}
    requireAuth
    disableTelemetry
  >
    {rooms.map(({ documents: _, ...room }) => (
      <Resource key={room.name} {...room} />
    ))}
    <CustomRoutes>
      <Route path="/profile" element={<Profile />} />
      <Route path="/configuration" element={<ConfigurationPage />} />
      <Route path="/ranking" element={<RankingPage />} />
      <Route path="/comparison" element={<ComparisonPage />} />
      <Route path="/indicators" element={<IndicatorPage />} />
      <Route path="/delays" element={<DelayPage />} />
      <Route path="/turnout" element={<TurnoutPage />} />
      <Route path="/fieldwork" element={<CockpitPage />} />
      <Route path="/control" element={<ControlPage />} />
      <Route path="/control/readings" element={<ReadingsPage />} />
      <Route path="/control/readings/:id" element={<ReadingPage />} />
      <Route path="/control/suspicions" element={<SuspicionsPage />} />
      <Route path="/control/:id" element={<SheetPage />} />
      <Route path="/effect" element={<EffectPage />} />
      <Route path="/invitations" element={<InvitationPage />} />
      <Route path="/enrol" element={<EnrolPage />} />
      <Route path="/claims" element={<ClaimsPage />} />
      <Route path="/claims/:id" element={<ClaimPage />} />
      <Route path="/my-results/:enrolmentId" element={<OwnProvisionalPage />} />
      <Route path="/workshop" element={<WorkshopPage />} />
      <Route path="/duplicates" element={<DuplicatesPage />} />
      <Route path="/dossier" element={<DossierPage />} />
      <Route path="/dossier/:mandateId" element={<ShortListPage />} />
      <Route path="/dossier/:mandateId/:code" element={<FilePage />} />
      <Route path="/ties" element={<TiePage />} />
      <Route path="/meeting" element={<MeetingList />} />
      <Route path="/meeting/:id" element={<MeetingPage />} />
      <Route path="/award" element={<AwardPage />} />
      <Route path="/conflict" element={<ConflictPage />} />
      <Route path="/agenda" element={<MeetingsPage />} />
      <Route path="/agenda/:id" element={<AgendaPage />} />
      <Route path="/decision" element={<DecisionPage />} />
      <Route path="/point" element={<PointPage />} />
      <Route path="/rehearsal" element={<RehearsalPage />} />
      <Route path="/usage" element={<UsagePage />} />
      <Route path="/plan" element={<PlanPage />} />
      <Route path="/briefing" element={<BriefingPage />} />
      <Route path="/synthesis" element={<SynthesisPage />} />
      <Route path="/reports" element={<ReportsPage />} />
      <Route path="/publication" element={<PublicationPage />} />
      <Route path="/embargo" element={<EmbargoPage />} />
      <Route path="/import/run/:id" element={<RunPage />} />
      <Route path="/import/:kind?" element={<ImportPage />} />
    </CustomRoutes>
    <CustomRoutes noLayout>
      <Route path="/forgotten" element={<ForgottenPassword />} />
      <Route path="/reset" element={<ChoosePassword />} />
      <Route path="/choose-password" element={<ChoosePassword />} />
      <Route path="/invitation" element={<ChoosePassword welcome />} />
      <Route path="/jury-invitation" element={<SeatPage />} />
      <Route path="/ceremony" element={<CeremonyPage />} />
      <Route path="/api-access" element={<RequestPage />} />
      <Route path="/partner" element={<SpacePage />} />
      <Route path="/registration" element={<RegistrationPage />} />
      <Route path="/provisional" element={<ProvisionalPage />} />
      <Route path="/early" element={<EarlyPage />} />
    </CustomRoutes>
  </Admin>
);
