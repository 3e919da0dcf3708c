import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { mismatchOf, TerritoryMismatch } from '../structure/mismatch.ts';
import { compact } from '../structure/structure.rules.ts';
import { duplicatesOf, duplicatesOfDraft, possibleDuplicates, tellApart } from './duplicate.service.ts';
import { Duplicate, DuplicatePage, StructureDraft } from './duplicate.ts';
import { mergePreview, mergeStructures } from './merge.service.ts';
import { StructureMerge, StructureMerged } from './merge.ts';

@Resolver()
export class DuplicateResolver {
  @Authorized(...STAFF)
  @Query(() => [Duplicate], {
    description: 'The structures that one may be the same as, 10 at most: one of the register, or one being typed.',
  })
  duplicateStructures(
    @Ctx() { em }: Context,
    @Arg('structureId', () => ID, { nullable: true, description: 'A structure of the register.' }) id?: string | null,
    @Arg('input', () => StructureDraft, { nullable: true, description: 'Otherwise, what is typed so far.' })
    draft?: StructureDraft | null,
  ): Promise<Duplicate[]> {
    return id ? duplicatesOf(em, id) : duplicatesOfDraft(em, draft ?? {});
  }

  @Authorized(...STAFF)
  @Query(() => TerritoryMismatch, {
    nullable: true,
    description: 'What the reference of territories has against the SIREN being typed; null when it agrees.',
  })
  territoryMismatch(@Arg('input', () => StructureDraft) draft: StructureDraft): TerritoryMismatch | null {
    const siren = draft.siren ? compact(draft.siren) : null;
    return mismatchOf({ ...draft, siren, isSite: Boolean(draft.parentId) });
  }

  @Authorized(...STAFF)
  @Query(() => DuplicatePage, { description: 'The pairs of the register that may be one, the surest first.' })
  possibleDuplicates(
    @Ctx() { em }: Context,
    @Arg('page', () => Int, { defaultValue: 1, description: 'From 1.' }) page: number,
    @Arg('perPage', () => Int, { defaultValue: 25, description: 'Pairs a page, 1 to 100.' }) perPage: number,
  ): Promise<DuplicatePage> {
    return possibleDuplicates(em, Math.max(page, 1), Math.min(Math.max(perPage, 1), 100));
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, {
    description: 'Says that two structures are two: they are no longer suggested. Or takes it back.',
  })
  tellStructuresApart(
    @Ctx() { em }: Context,
    @Arg('oneId', () => ID) oneId: string,
    @Arg('otherId', () => ID) otherId: string,
    @Arg('apart', () => Boolean, { defaultValue: true, description: 'False to take it back.' }) apart: boolean,
  ): Promise<boolean> {
    return tellApart(em, [oneId, otherId], apart);
  }

  @Authorized(...STAFF)
  @Query(() => StructureMerge, { description: 'What merging one structure into another would do.' })
  mergePreview(
    @Ctx() { em }: Context,
    @Arg('keepId', () => ID, { description: 'The one that stays.' }) keepId: string,
    @Arg('dropId', () => ID, { description: 'The one that goes.' }) dropId: string,
  ): Promise<StructureMerge> {
    return mergePreview(em, keepId, dropId);
  }

  @Authorized(...STAFF)
  @Mutation(() => StructureMerged, {
    description: 'Merges one structure into another, with everything that refers to it. Undone by `undoAct`.',
  })
  mergeStructures(
    @Ctx() { em }: Context,
    @Arg('keepId', () => ID, { description: 'The one that stays.' }) keepId: string,
    @Arg('dropId', () => ID, { description: 'The one that goes.' }) dropId: string,
    @Arg('hash', () => String, { description: 'That of the preview: what moved since is refused as MERGE_MOVED.' })
    hash: string,
  ): Promise<StructureMerged> {
    return mergeStructures(em, keepId, dropId, hash);
  }
}
