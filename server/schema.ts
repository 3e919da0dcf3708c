import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { type AuthChecker, buildSchema } from 'type-graphql';
import { AccountResolver } from './account/account.resolver.ts';
import { ChangeResolver } from './account/change.resolver.ts';
import { MailResolver } from './account/mail.resolver.ts';
import { UploadResolver } from './account/upload.resolver.ts';
import { AuditResolver } from './audit/audit.resolver.ts';
import { CertificateResolver } from './certificate/certificate.resolver.ts';
import { ComparisonResolver } from './comparison/comparison.resolver.ts';
import { CategoryResolver, EditionResolver } from './edition/edition.resolver.ts';
import { EnrolmentResolver } from './enrolment/enrolment.resolver.ts';
import { SheetResolver } from './explanation/sheet.resolver.ts';
import { CriterionResolver, GridResolver } from './grid/grid.resolver.ts';
import { DecisionResolver } from './jury/decision.resolver.ts';
import type { Role } from './kernel/actor.ts';
import type { Context } from './kernel/context.ts';
import { Refusal } from './kernel/errors.ts';
import { PartnerResolver } from './partner/partner.resolver.ts';
import { PublicationResolver } from './publication/publication.resolver.ts';
import { DelayResolver } from './ranking/delay.resolver.ts';
import { RankingResolver } from './ranking/ranking.resolver.ts';
import { StructureResolver } from './structure/structure.resolver.ts';
import { TrophyResolver } from './trophy/trophy.resolver.ts';
import { WorkshopResolver } from './workshop/workshop.resolver.ts';

/** Every operation says which roles it opens to; `@Authorized()` alone means anyone signed in. */
const authChecker: AuthChecker<Context, Role> = ({ context: { actor } }, roles) => {
  if (!actor) throw new Refusal('UNAUTHENTICATED');
  if (roles.length > 0 && !roles.includes(actor.role)) throw new Refusal('FORBIDDEN');
  return true;
};

const scalarsMap = [{ type: Date, scalar: GraphQLDateTimeISO }];

/** The contract of the back office. */
export const backOfficeSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers: [
      AccountResolver,
      CertificateResolver,
      ...[ChangeResolver, MailResolver, UploadResolver],
      ...[EditionResolver, CategoryResolver, StructureResolver, GridResolver, CriterionResolver, EnrolmentResolver],
      ...[
        AuditResolver,
        RankingResolver,
        SheetResolver,
        DelayResolver,
        WorkshopResolver,
        ComparisonResolver,
        TrophyResolver,
        DecisionResolver,
        PublicationResolver,
      ],
    ],
    authChecker,
    scalarsMap,
    validate: false,
  });

/** The contract with the world: it reads what was published, and nothing else exists in it. */
export const partnerSchema = (): Promise<GraphQLSchema> =>
  buildSchema({ resolvers: [PartnerResolver], authChecker: () => false, scalarsMap, validate: false });
