import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { StructureKind } from '../kernel/kinds.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Code } from '../kernel/scalars.ts';
import { departmentName, regionName } from '../territory/territory.service.ts';
import { StructureAlias } from './alias.ts';
import { mismatchOf, TerritoryMismatch } from './mismatch.ts';
import { StructureInput } from './structure.input.ts';
import { visibleStructures } from './structure.policy.ts';
import * as service from './structure.service.ts';
import { Structure } from './structure.ts';

@ArgsType()
class StructuresArgs extends PageArgs {
  @Field(() => StructureKind, { nullable: true, description: 'Only those of this kind.' })
  kind?: StructureKind;

  @Field(() => Code, { nullable: true, description: 'Only those of this département.' })
  departmentCode?: string;

  @Field(() => Code, { nullable: true, description: 'Only those of this region.' })
  regionCode?: string;

  @Field(() => Boolean, { nullable: true, description: 'Only invented ones, or only real ones.' })
  fictional?: boolean;

  @Field(() => ID, { nullable: true, description: 'Only the sites of this body.' })
  parentId?: string;
}

const StructurePage = pageType(Structure);

@Resolver(() => Structure)
export class StructureResolver {
  @Authorized(...STAFF, Role.CONTROLLER, Role.PARTICIPANT)
  @Query(() => StructurePage, { description: 'The register of structures.' })
  async structures(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Args(() => StructuresArgs) args: StructuresArgs,
  ): Promise<Page<Structure>> {
    const { kind, departmentCode, regionCode, fictional, parentId: parent, q } = args;
    const former = await service.formerlyCalled(em, q);
    const words = matching(q, 'name', 'reference', 'siren', 'siret', 'inseeCode');
    const where = [
      visibleStructures(me),
      ...asked({ kind, departmentCode, regionCode, fictional, parent }),
      former.length > 0 ? { $or: [words, { id: { $in: former } }] } : words,
    ];
    return pageOf(em, Structure, where, args, ['name', 'reference', 'kind', 'departmentCode', 'population', 'siren']);
  }

  @Authorized(...STAFF, Role.CONTROLLER, Role.PARTICIPANT)
  @Query(() => Structure, {
    description: 'One structure. The identifier of one that was merged leads to the one it was merged into.',
  })
  async structure(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<Structure> {
    return oneOf(em, Structure, (await service.mergedInto(em, id)) ?? id, visibleStructures(me));
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name of the département, from the reference.' })
  departmentName(@Root() { departmentCode }: Structure): string | null {
    return departmentName(departmentCode);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name of the region, from the reference.' })
  regionName(@Root() { regionCode }: Structure): string | null {
    return regionName(regionCode);
  }

  @FieldResolver(() => TerritoryMismatch, {
    nullable: true,
    description: 'What the reference of territories has against its SIREN; null when it agrees, or does not know it.',
  })
  territoryMismatch(@Root() structure: Structure): TerritoryMismatch | null {
    return mismatchOf({ ...structure, isSite: structure.parent !== null });
  }

  @FieldResolver(() => [Structure], {
    description:
      'The body it belongs to with all its sites, itself among them, as far as one may see them; 1,000 at most.',
  })
  async family(@Ctx() { em }: Context, @Me() me: Actor, @Root() { id }: Structure): Promise<Structure[]> {
    const ids = await service.familyOf(em, id);
    return em.find(Structure, { $and: [{ id: { $in: ids } }, visibleStructures(me)] }, { orderBy: { name: 'asc' } });
  }

  @FieldResolver(() => [StructureAlias], { description: 'What the structures merged into it were called.' })
  aliases(@Ctx() { em }: Context, @Root() { id }: Structure): Promise<StructureAlias[]> {
    return em.find(StructureAlias, { structure: id }, { orderBy: { reference: 'asc' } });
  }

  /** Read with the same eyes as the register: through its body, a site does not see its neighbours. */
  @FieldResolver(() => [Structure], { description: 'The sites that belong to it, as far as one may see them.' })
  sites(@Ctx() { em }: Context, @Me() me: Actor, @Root() { id }: Structure): Promise<Structure[]> {
    return em.find(Structure, { $and: [{ parent: id }, visibleStructures(me)] }, { orderBy: { name: 'asc' } });
  }

  @Authorized(...STAFF)
  @Mutation(() => Structure, { description: 'Adds a structure to the register.' })
  createStructure(
    @Ctx() { em }: Context,
    @Arg('input', () => StructureInput) input: StructureInput,
  ): Promise<Structure> {
    return service.createStructure(em, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Removes a structure that nothing refers to.' })
  removeStructure(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return service.removeStructure(em, id);
  }
}
