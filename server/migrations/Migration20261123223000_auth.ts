import { Migration } from '@mikro-orm/migrations';

/**
 * The tables of Better Auth 1.7.5: what its `compileMigrations()` prints, qualified by hand with "auth". Ours are the
 * named constraints (refusals speak for them), the two defaults on "user", the types of `role` and `structureId`,
 * the table `lockout`, and the triggers of the history.
 */
export class Migration20261123223000_auth extends Migration {
  override name = 'Migration20261123223000_auth';

  override up(): void {
    this.addSql('create schema auth;');
    this.addSql(`create table auth."user" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key,
      "name" text not null, "email" text not null, "emailVerified" boolean default false not null, "image" text,
      "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null,
      "twoFactorEnabled" boolean default false not null, "role" text not null, "structureId" uuid, "closedAt" timestamptz,
      constraint account_email_once unique ("email"),
      constraint account_email_lower_case check ("email" = lower("email")),
      constraint account_role check ("role" in ('ADMINISTRATOR', 'MANAGER', 'CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT')),
      constraint account_participant_has_structure check (("role" = 'PARTICIPANT') = ("structureId" is not null)),
      constraint account_structure foreign key ("structureId") references public.structure ("id"));`);
    this.addSql(`create table auth."session" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key,
      "expiresAt" timestamptz not null, "token" text not null unique,
      "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null,
      "ipAddress" text, "userAgent" text,
      "userId" uuid not null references auth."user" ("id") on delete cascade);`);
    this.addSql(`create table auth."account" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key,
      "accountId" text not null, "providerId" text not null,
      "userId" uuid not null references auth."user" ("id") on delete cascade,
      "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz,
      "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text,
      "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null);`);
    this.addSql(`create table auth."verification" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key,
      "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null,
      "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null);`);
    this.addSql(`create table auth."twoFactor" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key,
      "secret" text not null, "backupCodes" text not null,
      "userId" uuid not null references auth."user" ("id") on delete cascade,
      "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz);`);
    this.addSql('create index "session_userId_idx" on auth."session" ("userId");');
    this.addSql('create index "account_userId_idx" on auth."account" ("userId");');
    this.addSql('create index "verification_identifier_idx" on auth."verification" ("identifier");');
    this.addSql('create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");');
    this.addSql('create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");');

    this.addSql('create table auth.lockout (who text primary key, failed_at timestamptz[] not null);');

    const tell = `for each statement execute function public.record_change('account')`;
    this.addSql(`create trigger user_inserted after insert on auth."user" referencing new table as after_rows ${tell};`);
    this.addSql(`create trigger user_updated after update on auth."user"
      referencing old table as before_rows new table as after_rows ${tell};`);
    this.addSql(`create trigger user_deleted after delete on auth."user" referencing old table as before_rows ${tell};`);
  }

  override down(): void {
    this.addSql('drop schema auth cascade;');
  }
}
