import { type AuthProvider, HttpError } from 'react-admin';
import { Me, mayOpen } from './access.ts';
import { codeIn, run } from './api.ts';
import { askAuth } from './auth.ts';

/** What the sign-in form sends: an address and a password, then, when the account asks for it, a code. */
export type Credentials = { readonly email: string; readonly password: string } | { readonly code: string };

/** How long an answer to "who am I" is trusted: navigation must not ask it again at every step. */
const TRUSTED_MS = 30_000;

let known: { readonly at: number; readonly me: Promise<Me | null> } | null = null;

/** The signed-in person, or null. */
export function whoAmI(): Promise<Me | null> {
  if (!known || performance.now() - known.at > TRUSTED_MS) {
    const me = run(Me, {}).then(
      (answer) => answer.me,
      (error: unknown) => {
        if (codeIn(error) === 'UNAUTHENTICATED') return null;
        known = null;
        throw error;
      },
    );
    known = { at: performance.now(), me };
  }
  return known.me;
}

export const forgetWhoIAm = (): void => {
  known = null;
};

export const authProvider: AuthProvider = {
  async login(credentials: Credentials) {
    forgetWhoIAm();
    if ('code' in credentials) return askAuth('two-factor/verify-totp', credentials);
    const answer = await askAuth<{ twoFactorRedirect?: boolean }>('sign-in/email', credentials);
    if (answer.twoFactorRedirect) throw new HttpError('refusal.CODE_NEEDED', 401, { code: 'CODE_NEEDED', details: {} });
  },
  async logout() {
    if (await whoAmI().catch(() => null)) await askAuth('sign-out', {}).catch(() => null);
    forgetWhoIAm();
  },
  async checkAuth() {
    if (!(await whoAmI()))
      throw new HttpError('refusal.UNAUTHENTICATED', 401, { code: 'UNAUTHENTICATED', details: {} });
  },
  async checkError(error: { status?: number }) {
    if (error.status !== 401) return;
    forgetWhoIAm();
    throw error;
  },
  async getIdentity() {
    const me = await whoAmI();
    if (!me) throw new Error('No one is signed in');
    return { ...me, fullName: me.name };
  },
  getPermissions: async () => (await whoAmI())?.role,
  canAccess: async ({ resource, action }) => mayOpen((await whoAmI())?.role, resource, action),
};
