import { Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Role } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { Mail } from '../kernel/mail.ts';
import { matching, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';

const MailPage = pageType(Mail);

@Resolver(() => Mail)
export class MailResolver {
  @Authorized(Role.ADMINISTRATOR)
  @Query(() => MailPage, {
    description: 'The mails that left, and those that wait because no SMTP server is configured.',
  })
  mails(@Ctx() { em }: Context, @Args(() => PageArgs) args: PageArgs): Promise<Page<Mail>> {
    return pageOf(em, Mail, [matching(args.q, 'recipient', 'subject')], args, ['createdAt', 'recipient', 'sentAt']);
  }

  /** Where mails really leave, their links open other people's accounts: nobody reads them here. */
  @FieldResolver(() => String, { description: 'Its text; empty once an SMTP server is configured.' })
  body(@Root() mail: Mail, @Ctx() { postman }: Context): string {
    return postman.delivers ? '' : mail.body;
  }
}
