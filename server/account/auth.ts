import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import pg from 'pg';
import type { Clock } from '../kernel/clock.ts';
import { type Reason, Refusal } from '../kernel/errors.ts';
import type { Letter } from '../kernel/postman.ts';
import { forgottenPassword } from './letters.ts';
import { openLockout } from './lockout.ts';
import { choosePasswordAt, hashOf, RESET_LASTS } from './token.ts';

/** What signing in needs of the world. */
export interface AuthPorts {
  readonly pool: pg.Pool;
  readonly secret: string;
  /** The address people type: links lead there, and requests from pages of any other origin are refused. */
  readonly publicUrl: string;
  /** Other origins whose pages may sign in, such as 127.0.0.1 beside localhost. */
  readonly origins?: readonly string[];
  readonly sendMail: (letter: Letter) => Promise<void>;
  readonly clock: Clock;
  /** Whether each address may ask only so often. Tests ask more often than people. */
  readonly limitByAddress: boolean;
  /** Told of what goes wrong inside; never of a person's mistakes. */
  readonly complain: (message: string, details: readonly unknown[]) => void;
}

/** Connections that see the tables of schema auth by their bare names, as Better Auth writes them. */
export function authPool(databaseUrl: string, complain: AuthPorts['complain']): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, options: '-c search_path=auth', max: 10 });
  // An idle connection that the server drops is replaced at the next query: without a listener it would end the process.
  pool.on('error', (error) => complain('A connection of schema auth was lost.', [error]));
  return pool;
}

/** The only doors: whatever else Better Auth offers, now or after an update, does not exist here. */
const doors = new Set([
  ...['/sign-in/email', '/sign-out', '/get-session'],
  ...['/request-password-reset', '/reset-password', '/change-password', '/revoke-other-sessions'],
  ...['/two-factor/enable', '/two-factor/disable', '/two-factor/get-totp-uri', '/two-factor/generate-backup-codes'],
  ...['/two-factor/verify-totp', '/two-factor/verify-backup-code'],
]);

/** The header in which our own entrance says who asks; whatever the asker wrote in it is overwritten. */
export const ADDRESS_HEADER = 'x-barometre-address';

const refused = (reason: Reason, details: Record<string, unknown> = {}): APIError => {
  const { httpStatus, message } = new Refusal(reason);
  return new APIError(httpStatus as ConstructorParameters<typeof APIError>[0], { code: reason, message, ...details });
};

/** E-mail and password, an optional one-time code, and sessions in a cookie that scripts cannot read. */
export function openAuth(ports: AuthPorts) {
  const { pool, publicUrl, complain } = ports;
  const lockout = openLockout(pool, ports.clock);

  const before = createAuthMiddleware(async ({ path, body }) => {
    if (!doors.has(path)) throw refused('NOT_FOUND');
    const until = path === '/sign-in/email' ? await lockout.lockedUntil(emailOf(body)) : null;
    if (until) throw refused('ACCOUNT_LOCKED', { until });
  });

  const after = createAuthMiddleware(async ({ path, body, context: { returned } }) => {
    const wrong = isAPIError(returned) && returned.body?.code === 'INVALID_EMAIL_OR_PASSWORD';
    if (path !== '/sign-in/email' || !wrong) return;
    const email = emailOf(body);
    if (await lockout.fail(email)) throw refused('ACCOUNT_LOCKED', { until: await lockout.lockedUntil(email) });
  });

  /** The last word before someone is in, whichever way they came. */
  const admit = async (userId: string, path: string | undefined) => {
    const sql = 'select email, "closedAt" is not null as closed from auth."user" where id = $1';
    const { rows } = await pool.query<{ email: string; closed: boolean }>(sql, [userId]);
    const person = rows[0];
    const until = person && path === '/sign-in/email' ? await lockout.succeed(person.email) : null;
    if (until) throw refused('ACCOUNT_LOCKED', { until });
    if (person?.closed) throw refused('ACCOUNT_CLOSED');
  };

  return betterAuth({
    appName: 'Baromètre',
    baseURL: publicUrl,
    trustedOrigins: [...(ports.origins ?? [])],
    secret: ports.secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message, ...details: unknown[]) => complain(message, details) },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        structureId: { type: 'string', required: false, input: false },
        closedAt: { type: 'date', required: false, input: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      resetPasswordTokenExpiresIn: RESET_LASTS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        if ('closedAt' in user && user.closedAt) return;
        await ports.sendMail(forgottenPassword(user, choosePasswordAt(publicUrl, token)));
      },
      onPasswordReset: ({ user }) => lockout.forget(user.email),
    },
    verification: { storeIdentifier: { hash: async (identifier) => hashOf(identifier) } },
    plugins: [twoFactor({ issuer: 'Baromètre', accountLockout: { maxFailedAttempts: 5, durationSeconds: 900 } })],
    hooks: { before, after },
    onAPIError: { onError: (error) => void (isAPIError(error) || complain('Signing in failed.', [error])) },
    databaseHooks: {
      session: { create: { before: (session, context) => admit(session.userId, context?.path) } },
    },
    rateLimit: {
      enabled: ports.limitByAddress,
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/request-password-reset': { window: 60, max: 5 },
        '/reset-password': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
        '/two-factor/*': { window: 60, max: 20 },
      },
    },
    advanced: {
      cookiePrefix: 'barometre',
      useSecureCookies: publicUrl.startsWith('https:'),
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Said aloud: in a test environment Better Auth would otherwise leave both checks out.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      // Mails leave after the answer, so that its time does not tell whether the address is known.
      backgroundTasks: { handler: (task) => void task.catch((error) => complain('A task failed.', [error])) },
    },
  });
}

export type Auth = ReturnType<typeof openAuth>;

const emailOf = (body: unknown): string => {
  const email = body && typeof body === 'object' && 'email' in body ? body.email : '';
  return String(email).toLowerCase();
};
