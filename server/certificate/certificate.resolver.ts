import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Authorized, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { certificateOf } from './certificate.service.ts';

@ObjectType({ description: 'The key that signs certificates.' })
export class CertificateKey {
  @Field(() => String, { description: 'Ed25519.' })
  algorithm!: string;

  @Field(() => String, { description: 'The public key, 32 bytes in base64url.' })
  publicKey!: string;

  @Field(() => String, { description: 'SHA-256 of the public key, in hexadecimal: what one reads out to compare.' })
  fingerprint!: string;
}

@Resolver()
export class CertificateResolver {
  @Authorized(...STAFF, Role.PARTICIPANT)
  @Query(() => GraphQLJSONObject, {
    description:
      'The certificate of one score: grid, policy, answers and every intermediate value, signed. `/verify.mjs` checks ' +
      'it without a network. A structure takes its own once the edition is published, in the paid tier.',
  })
  certificate(
    @Ctx() { em, seal }: Context,
    @Me() me: Actor,
    @Arg('enrolmentId', () => ID) enrolmentId: string,
  ): Promise<object> {
    return certificateOf(em, me, seal, enrolmentId);
  }

  @Authorized()
  @Query(() => CertificateKey, { description: 'The key that signs certificates, to compare with the one in a file.' })
  certificateKey(@Ctx() { seal: { publicKey, fingerprint } }: Context): CertificateKey {
    return { algorithm: 'Ed25519', publicKey, fingerprint };
  }
}
