import { visitLink } from '../kernel/visit.ts';

/** The personal link of this visit, and the key this browser was given for it. */
export interface Link {
  readonly token: string;
  readonly key: string | null;
}

const HERE = 'barometre.registration';

/** Where the key of a link is kept: it outlives the visit, so that one comes back to what one typed. */
const placeOf = (token: string) => `${HERE}.${token.slice(0, 16)}`;

/** The link of this visit, with the key that goes with it. */
export function linkOf(search: URLSearchParams): Link | null {
  const token = visitLink(search, HERE);
  return token === null ? null : { token, key: localStorage.getItem(placeOf(token)) };
}

/** Keeps the key this browser was given. */
export function keepKey({ token }: Link, key: string): Link {
  localStorage.setItem(placeOf(token), key);
  return { token, key };
}
