import 'reflect-metadata';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { type AuthChecker, buildSchema } from 'type-graphql';
import { AccessResolver } from './access/access.resolver.ts';
import { OwnAccessResolver } from './access/own.resolver.ts';
import { AccountResolver } from './account/account.resolver.ts';
import { ChangeResolver } from './account/change.resolver.ts';
import { MailResolver } from './account/mail.resolver.ts';
import { UploadResolver } from './account/upload.resolver.ts';
import { UsageResolver } from './allowance/usage.resolver.ts';
import { AuditResolver } from './audit/audit.resolver.ts';
import { AuditorResolver } from './auditor/auditor.resolver.ts';
import { BriefingResolver } from './auditor/briefing.resolver.ts';
import { CertificateResolver } from './certificate/certificate.resolver.ts';
import { ClaimPointResolver, ClaimResolver, ContradictoryResolver } from './claim/claim.resolver.ts';
import { ExhibitResolver, OwnExhibitResolver } from './claim/exhibit.resolver.ts';
import { OwnClaimResolver } from './claim/own.resolver.ts';
import { CockpitResolver } from './cockpit/cockpit.resolver.ts';
import { FieldworkResolver, SubmissionResolver } from './collect/collect.resolver.ts';
import { ComparisonResolver } from './comparison/comparison.resolver.ts';
import { ConfigurationResolver } from './configuration/configuration.resolver.ts';
import { ConflictResolver, TieResolver } from './conflict/conflict.resolver.ts';
import { ControlResolver } from './control/control.resolver.ts';
import { DoubleCheckResolver } from './control/double.resolver.ts';
import { QuestionResolver } from './control/question.resolver.ts';
import { WebhookResolver } from './delivery/webhook.resolver.ts';
import { DossierResolver } from './dossier/dossier.resolver.ts';
import { DuplicateResolver } from './duplicate/duplicate.resolver.ts';
import { CategoryResolver } from './edition/category.resolver.ts';
import { EditionResolver } from './edition/edition.resolver.ts';
import { PrizeResolver } from './edition/prize.resolver.ts';
import { EffectResolver } from './effect/effect.resolver.ts';
import { EmbargoResolver } from './embargo/embargo.resolver.ts';
import { ContactResolver } from './enrolment/contact.resolver.ts';
import { EnrollingResolver } from './enrolment/enrolling.resolver.ts';
import { EnrolmentResolver } from './enrolment/enrolment.resolver.ts';
import { PlacementResolver } from './enrolment/placement.resolver.ts';
import { PreviewResolver } from './enrolment/preview.resolver.ts';
import { EvidenceResolver } from './evidence/evidence.resolver.ts';
import { SheetResolver } from './explanation/sheet.resolver.ts';
import { CriterionResolver, GridResolver } from './grid/grid.resolver.ts';
import { FrameResolver, OutlineResolver } from './grid/outline.resolver.ts';
import { ImportRunResolver } from './import/run.resolver.ts';
import { ReportRunResolver } from './individual/individual.resolver.ts';
import { CandidateResolver } from './jury/candidate.resolver.ts';
import { DecisionResolver } from './jury/decision.resolver.ts';
import { PointResolver } from './jury/point.resolver.ts';
import type { Role } from './kernel/actor.ts';
import { type Context, INVITED } from './kernel/context.ts';
import { Refusal } from './kernel/errors.ts';
import { MandateResolver, PanelMandatesResolver } from './mandate/mandate.resolver.ts';
import { ItemResolver } from './meeting/item.resolver.ts';
import { MeetingResolver } from './meeting/meeting.resolver.ts';
import { SeatDoorResolver } from './panel/door.resolver.ts';
import { JurorResolver, PanelResolver } from './panel/panel.resolver.ts';
import { contract } from './partner/contract.ts';
import { ExtensionResolver, PhaseMoveResolver, PhaseResolver } from './phase/phase.resolver.ts';
import { AssignmentResolver } from './plan/assignment.resolver.ts';
import { PlanResolver } from './plan/plan.resolver.ts';
import { ScenarioResolver } from './plan/scenario.resolver.ts';
import { AuditorTieResolver } from './plan/tie.resolver.ts';
import { ProvisionalResolver } from './provisional/provisional.resolver.ts';
import { PublicationResolver } from './publication/publication.resolver.ts';
import { QualityResolver } from './quality/quality.resolver.ts';
import { DelayResolver } from './ranking/delay.resolver.ts';
import { RankingResolver } from './ranking/ranking.resolver.ts';
import { GridVersionResolver } from './ranking/version.resolver.ts';
import { GuestResolver } from './registration/guest.resolver.ts';
import { InvitationResolver } from './registration/invitation.resolver.ts';
import { RegistrationResolver } from './registration/registration.resolver.ts';
import { isOpenOnStage } from './rehearsal/rehearsal.policy.ts';
import { RehearsalResolver } from './rehearsal/rehearsal.resolver.ts';
import { ReleaseResolver } from './release/release.resolver.ts';
import { SpaceResolver } from './space/space.resolver.ts';
import { StructureResolver } from './structure/structure.resolver.ts';
import { SynthesisResolver } from './synthesis/synthesis.resolver.ts';
import { TerritoryResolver } from './territory/territory.resolver.ts';
import { TrashResolver } from './trash/trash.resolver.ts';
import { LicenceResolver } from './trophy/licence.resolver.ts';
import { TrophyResolver } from './trophy/trophy.resolver.ts';
import { TurnoutResolver } from './turnout/turnout.resolver.ts';
import { UndoResolver } from './undo/undo.resolver.ts';
import { ViewResolver } from './view/view.resolver.ts';
import { WorkshopResolver } from './workshop/workshop.resolver.ts';

/** Every operation says which roles it opens to; `@Authorized()` alone means anyone signed in. */
const authChecker: AuthChecker<Context, Role | typeof INVITED> = ({ context, info }, roles) => {
  const { actor, invited } = context;
  refuseOffStage(context, info);
  if (roles.includes(INVITED) && invited) return true;
  if (!actor) throw new Refusal('UNAUTHENTICATED');
  if (roles.length > 0 && !roles.includes(actor.role)) throw new Refusal('FORBIDDEN');
  return true;
};

/** What a rehearsal does not open. */
function refuseOffStage({ actor, stage }: Context, { fieldName, parentType }: GraphQLResolveInfo): void {
  if (!stage) return;
  if (!actor) throw new Refusal('UNAUTHENTICATED');
  if (stage === 'DARK') throw new Refusal('REHEARSAL_OVER');
  const kind = parentType.name;
  if ((kind === 'Query' || kind === 'Mutation') && !isOpenOnStage(kind, fieldName))
    throw new Refusal('REHEARSAL_CLOSED');
}

const scalarsMap = [{ type: Date, scalar: GraphQLDateTimeISO }];

let backOffice: Promise<GraphQLSchema> | null = null;

/** The contract of the back office, built when it is first asked for: a process has one, however many it serves. */
export const backOfficeSchema = (): Promise<GraphQLSchema> => {
  backOffice ??= builtBackOffice();
  return backOffice;
};

const builtBackOffice = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers: [
      AccountResolver,
      ...[AccessResolver, OwnAccessResolver, UsageResolver, WebhookResolver],
      CertificateResolver,
      TrashResolver,
      UndoResolver,
      ...[OutlineResolver, FrameResolver],
      TurnoutResolver,
      CockpitResolver,
      ConfigurationResolver,
      ...[PhaseResolver, PhaseMoveResolver, ExtensionResolver],
      ...[FieldworkResolver, SubmissionResolver],
      ...[ViewResolver, ImportRunResolver],
      ...[ChangeResolver, MailResolver, UploadResolver],
      ...[ContactResolver, EnrollingResolver, InvitationResolver, RegistrationResolver, GuestResolver],
      ...[
        EditionResolver,
        CategoryResolver,
        StructureResolver,
        TerritoryResolver,
        DuplicateResolver,
        GridResolver,
        CriterionResolver,
        EnrolmentResolver,
      ],
      ...[PanelResolver, JurorResolver, SeatDoorResolver, MandateResolver, PanelMandatesResolver],
      ...[ConflictResolver, TieResolver, CandidateResolver, PointResolver],
      ...[MeetingResolver, ItemResolver, DossierResolver],
      ...[PrizeResolver, PlacementResolver, PreviewResolver, RehearsalResolver],
      ...[
        AuditorResolver,
        BriefingResolver,
        ScenarioResolver,
        PlanResolver,
        AssignmentResolver,
        AuditorTieResolver,
        QualityResolver,
      ],
      ...[
        ...[AuditResolver, EvidenceResolver, ControlResolver, QuestionResolver, DoubleCheckResolver, EffectResolver],
        ...[ProvisionalResolver, ClaimResolver, ClaimPointResolver, ContradictoryResolver, OwnClaimResolver],
        ...[ExhibitResolver, OwnExhibitResolver],
        RankingResolver,
        GridVersionResolver,
        SheetResolver,
        DelayResolver,
        WorkshopResolver,
        ComparisonResolver,
        TrophyResolver,
        LicenceResolver,
        DecisionResolver,
        PublicationResolver,
        ReleaseResolver,
        EmbargoResolver,
        ...[SynthesisResolver, ReportRunResolver, SpaceResolver],
      ],
    ],
    authChecker,
    scalarsMap,
    validate: false,
  });

/** The contract with the world: it reads what was published, and nothing else exists in it. */
export const partnerSchema = async (): Promise<GraphQLSchema> => contract;
