import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Seconds during which an invitation opens the choice of a first password: seven days. */
export const INVITATION_LASTS = 7 * 24 * 3600;

/** Seconds during which a forgotten password may be replaced: one hour. */
export const RESET_LASTS = 3600;

/** What is mailed to one person and proves that they read it: 192 random bits. */
export const newToken = (): string => randomBytes(24).toString('base64url');

/** SHA-256. Tokens and addresses are kept only so: whoever reads the tables can use neither. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** How Better Auth files the token that lets a person choose a password. */
export const passwordToken = (token: string): string => `reset-password:${token}`;

/**
 * The page where a password is chosen. The token is in the fragment, which browsers send to no server: it appears in
 * no log, and opening the link changes nothing until the form is sent.
 */
export const choosePasswordAt = (publicUrl: string, token: string): string =>
  `${publicUrl}/#/choose-password?token=${token}`;

/** Six digits that prove, for a few minutes, that someone reads the mail of an address. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');
