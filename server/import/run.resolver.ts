import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Account } from '../account/account.ts';
import { type Actor, STAFF } from '../kernel/actor.ts';
import type { Column } from '../kernel/column.rules.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Refusal } from '../kernel/errors.ts';
import { asked, type Page, PageArgs, pageAmong, pageOf, pageType } from '../kernel/page.ts';
import { Undone } from '../undo/undone.ts';
import { kinds } from './kinds.ts';
import { ImportPassageInput } from './passage.ts';
import * as service from './run.service.ts';
import { ImportChoice, ImportColumn, ImportConstantInput, ImportKind, ImportPolicy, ImportRun } from './run.ts';
import { ImportOutcome, ImportVerdict } from './verdict.ts';
import { unpacked } from './verdicts.ts';

@ArgsType()
class ImportRunsArgs extends PageArgs {
  @Field(() => ImportKind, { nullable: true, description: 'Only those of this kind.' })
  kind?: ImportKind;

  @Field(() => ID, { nullable: true, description: 'Only those for this edition.' })
  editionId?: string;
}

@ArgsType()
class ImportVerdictsArgs extends PageArgs {
  @Field(() => ID, { description: 'The import.' })
  runId!: string;

  @Field(() => ImportOutcome, { nullable: true, description: 'Only rows that come to this.' })
  outcome?: ImportOutcome;
}

const ImportRunPage = pageType(ImportRun);
const ImportVerdictPage = pageType(ImportVerdict);

/** Imports: a file is examined row by row, its columns corrected, then imported, and undone if it has to be. */
@Resolver(() => ImportRun)
export class ImportRunResolver {
  @Authorized(...STAFF)
  @Query(() => ImportRun, { description: 'One import.' })
  async importRun(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<ImportRun> {
    const run = await em.findOne(ImportRun, { id });
    if (!run) throw new Refusal('NOT_FOUND');
    return run;
  }

  @Authorized(...STAFF)
  @Query(() => ImportRunPage, { description: 'The imports, sorted by `createdAt` or `kind`.' })
  importRuns(@Ctx() { em }: Context, @Args(() => ImportRunsArgs) args: ImportRunsArgs): Promise<Page<ImportRun>> {
    return pageOf(em, ImportRun, asked({ kind: args.kind, edition: args.editionId }), args, ['createdAt', 'kind']);
  }

  @Authorized(...STAFF)
  @Query(() => ImportVerdictPage, {
    description: 'What becomes of each row of a file, in its order. Empty while a fault of the file as a whole stands.',
  })
  async importVerdicts(
    @Ctx() { em }: Context,
    @Args(() => ImportVerdictsArgs) args: ImportVerdictsArgs,
  ): Promise<Page<ImportVerdict>> {
    const run = await em.findOne(ImportRun, { id: args.runId }, { populate: ['content'] });
    if (!run) throw new Refusal('NOT_FOUND');
    const all = run.content ? await unpacked(run.content) : [];
    const { items, total } = pageAmong(
      em,
      args.outcome ? all.filter((row) => row.outcome === args.outcome) : all,
      args,
    );
    return { items: items.map((verdict) => ({ ...verdict, id: `${run.id}.${verdict.line}` })), total };
  }

  @Authorized(...STAFF)
  @Query(() => [ImportColumn], { description: 'The columns that files of a kind may have: for a template.' })
  async importColumns(
    @Ctx() { em }: Context,
    @Arg('kind', () => ImportKind) kind: ImportKind,
    @Arg('editionId', () => ID, { nullable: true, description: 'For files that belong to an edition.' })
    editionId: string | null,
  ): Promise<ImportColumn[]> {
    const asked = (await kinds[kind].columns(em, editionId ?? '')).filter(({ spare }) => !spare);
    return asked.map(shown);
  }

  @FieldResolver(() => [ImportColumn], { description: 'The columns that such a file may have.' })
  async columns(@Root() { kind, edition }: ImportRun, @Ctx() { em }: Context): Promise<ImportColumn[]> {
    return (await kinds[kind].columns(em, edition?.id ?? '')).map(shown);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Rows dealt with so far, while it is under way; null when that is not known.',
  })
  done(@Root() { id }: ImportRun, @Ctx() { jobs }: Context): number | null {
    return jobs.doneOf(id);
  }

  @FieldResolver(() => Date, { nullable: true, description: 'When what it wrote was taken back; null when it stands.' })
  async undoneAt(@Root() { act }: ImportRun, @Ctx() { em }: Context): Promise<Date | null> {
    return (act && (await em.findOne(Undone, { act }))?.createdAt) || null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who started it.' })
  async startedByName(@Root() { startedBy }: ImportRun, @Ctx() { em }: Context): Promise<string | null> {
    return (await em.findOne(Account, { id: startedBy }))?.name ?? null;
  }

  @Authorized(...STAFF)
  @Mutation(() => ImportRun, {
    description:
      'Begins to examine a file; answers at once, ask `importRun` how far it is. Nothing is written before `applyImport`.',
  })
  startImport(
    @Ctx() context: Context,
    @Me() me: Actor,
    @Arg('kind', () => ImportKind) kind: ImportKind,
    @Arg('uploadId', () => ID, { description: 'What `POST /admin/uploads` answered.' }) uploadId: string,
    @Arg('editionId', () => ID, { nullable: true, description: 'For files that belong to an edition.' })
    editionId: string | null,
  ): Promise<ImportRun> {
    return service.startImport(context, me, { kind, uploadId, editionId: editionId ?? null });
  }

  @Authorized(...STAFF)
  @Mutation(() => ImportRun, {
    description:
      'Says what the headings of a file are to be taken for, and examines it again. Headings left out are guessed. Kept for the next file with the same headings.',
  })
  mapImport(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('headings', () => [ImportChoice]) headings: ImportChoice[],
    @Arg('constants', () => [ImportConstantInput]) constants: ImportConstantInput[],
  ): Promise<ImportRun> {
    return service.mapImport(context, id, version, headings, constants);
  }

  @Authorized(...STAFF)
  @Mutation(() => ImportRun, {
    description:
      'Says what becomes of passages that may identify an agent, and examines the file again. It holds for later files of the edition.',
  })
  decidePassages(
    @Ctx() context: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('passages', () => [ImportPassageInput]) passages: ImportPassageInput[],
  ): Promise<ImportRun> {
    return service.decidePassages(context, me, id, version, passages);
  }

  @Authorized(...STAFF)
  @Mutation(() => ImportRun, {
    description:
      'Begins to import what was examined, in one transaction; answers at once. If rows no longer come to what was shown, nothing is written and the run is EXAMINED again, with IMPORT_MOVED as its failure.',
  })
  applyImport(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('policy', () => ImportPolicy) policy: ImportPolicy,
  ): Promise<ImportRun> {
    return service.applyImport(context, id, version, policy);
  }

  @Authorized(...STAFF)
  @Mutation(() => ImportRun, { description: 'Gives an import up. What was being written is as it was before.' })
  cancelImport(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ImportRun> {
    return service.cancelImport(context, id, version);
  }
}

const shown = ({ name, required, requiredWith, label, values = [] }: Column): ImportColumn => ({
  ...{ name, required, values },
  ...(requiredWith && { requiredWith }),
  ...(label && { label }),
});
