/**
 * The personal link of this visit: from the address the first time, then from the tab, so that it stays in no address.
 * Each page that a link opens keeps its own, under `place`.
 */
export function visitLink(search: URLSearchParams, place: string): string | null {
  const token = search.get('token') ?? sessionStorage.getItem(place);
  if (token) sessionStorage.setItem(place, token);
  return token;
}
