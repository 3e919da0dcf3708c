import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { ContactInput } from './contact.input.ts';
import * as service from './contact.service.ts';
import { Contact } from './contact.ts';

@ArgsType()
class ContactsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this structure.' })
  structureId?: string;
}

const ContactPage = pageType(Contact);

@Resolver(() => Contact)
export class ContactResolver {
  @Authorized(...STAFF)
  @Query(() => ContactPage, { description: 'People to write to at the structures.' })
  contacts(@Ctx() { em }: Context, @Args(() => ContactsArgs) args: ContactsArgs): Promise<Page<Contact>> {
    const where = [...asked({ structure: args.structureId }), matching(args.q, 'name', 'email', 'structure.name')];
    return pageOf(em, Contact, where, args, ['name', 'email', 'structure.name', 'createdAt']);
  }

  @Authorized(...STAFF)
  @Query(() => Contact, { description: 'One person to write to.' })
  contact(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<Contact> {
    return oneOf(em, Contact, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => Contact, { description: 'Adds a person to write to at a structure.' })
  createContact(
    @Ctx() { em }: Context,
    @Arg('structureId', () => ID) structureId: string,
    @Arg('input', () => ContactInput) input: ContactInput,
  ): Promise<Contact> {
    return service.createContact(em, structureId, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Contact, { description: 'Corrects a person to write to.' })
  updateContact(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => ContactInput) input: ContactInput,
  ): Promise<Contact> {
    return service.updateContact(em, id, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Removes a person to write to.' })
  removeContact(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return service.removeContact(em, id);
  }
}
