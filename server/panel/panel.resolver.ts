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
import { type Context, Me } from '../kernel/context.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Prose } from '../kernel/scalars.ts';
import * as jurors from './juror.service.ts';
import { Juror, Office, SeatState } from './juror.ts';
import { JurorInput, PanelInput } from './panel.input.ts';
import { visiblePanels } from './panel.policy.ts';
import * as service from './panel.service.ts';
import { Panel } from './panel.ts';
import { seatStateOf } from './seat.rules.ts';

@ArgsType()
class PanelsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

const PanelPage = pageType(Panel);

@Resolver(() => Panel)
export class PanelResolver {
  @Authorized(...STAFF)
  @Query(() => PanelPage, { description: 'Panels, and who sits on them.' })
  panels(@Ctx() { em }: Context, @Me() me: Actor, @Args(() => PanelsArgs) args: PanelsArgs): Promise<Page<Panel>> {
    const where = [visiblePanels(me), ...asked({ edition: args.editionId }), matching(args.q, 'label')];
    return pageOf(em, Panel, where, args, ['label', 'meetsOn', 'createdAt']);
  }

  @Authorized(...STAFF)
  @Query(() => Panel, { description: 'One panel.' })
  panel(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<Panel> {
    return oneOf(em, Panel, id, visiblePanels(me));
  }

  @FieldResolver(() => [Juror], {
    description: 'Those invited to it, in the order they were; those who left included.',
  })
  jurors(@Root() panel: Panel, @Ctx() { em }: Context): Promise<Juror[]> {
    return em.find(Juror, { panel: panel.id }, { orderBy: { createdAt: 'asc', id: 'asc' } });
  }

  @Authorized(...STAFF)
  @Mutation(() => Panel, { description: 'Creates a panel.' })
  createPanel(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('input', () => PanelInput) input: PanelInput,
  ): Promise<Panel> {
    return service.createPanel(em, editionId, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Panel, { description: 'Corrects a panel. Its terms stay as jurors accepted them.' })
  updatePanel(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => PanelInput) input: PanelInput,
  ): Promise<Panel> {
    return service.updatePanel(em, id, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Removes a panel that nobody was invited to and no award entrusted to.' })
  removePanel(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return service.removePanel(em, id);
  }
}

@Resolver(() => Juror)
export class JurorResolver {
  @FieldResolver(() => SeatState, { description: 'Where the seat stands.' })
  state(@Root() juror: Juror, @Ctx() { now }: Context): SeatState {
    return SeatState[seatStateOf(juror, now)];
  }

  @FieldResolver(() => Boolean, { description: 'Whether they sign in with a second factor.' })
  async twoFactorEnabled(@Root() { accountId }: Juror, @Ctx() { em }: Context): Promise<boolean> {
    return (await em.findOne(Account, { id: accountId }))?.twoFactorEnabled ?? false;
  }

  @Authorized(...STAFF)
  @Mutation(() => Juror, { description: 'Invites someone to a panel, and mails them a personal link.' })
  inviteJuror(
    @Ctx() { em, postman, seal, now }: Context,
    @Arg('panelId', () => ID) panelId: string,
    @Arg('input', () => JurorInput) input: JurorInput,
  ): Promise<Juror> {
    return jurors.inviteJuror(em, { postman, seal, now }, panelId, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Juror, { description: 'Mails a new link; the one mailed before no longer works.' })
  resendSeat(@Ctx() { em, postman, seal, now }: Context, @Arg('jurorId', () => ID) id: string): Promise<Juror> {
    return jurors.resendSeat(em, { postman, seal, now }, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => Juror, { description: 'Changes what someone does on the panel.' })
  changeOffice(
    @Ctx() { em }: Context,
    @Arg('jurorId', () => ID) id: string,
    @Arg('office', () => Office) office: Office,
  ): Promise<Juror> {
    return jurors.changeOffice(em, id, office);
  }

  @Authorized(...STAFF)
  @Mutation(() => Juror, { description: 'Ends a seat. What the person did stays, marked as theirs.' })
  removeJuror(
    @Ctx() { em, now }: Context,
    @Arg('jurorId', () => ID) id: string,
    @Arg('motive', () => Prose) motive: string,
  ): Promise<Juror> {
    return jurors.removeJuror(em, now, id, motive);
  }

  @Authorized(...STAFF)
  @Mutation(() => Juror, { description: 'Gives the seat of someone who leaves to someone else, in the same office.' })
  replaceJuror(
    @Ctx() { em, postman, seal, now }: Context,
    @Arg('jurorId', () => ID) id: string,
    @Arg('input', () => JurorInput) input: JurorInput,
    @Arg('motive', () => Prose) motive: string,
  ): Promise<Juror> {
    return jurors.replaceJuror(em, { postman, seal, now }, id, input, motive);
  }
}
