/** A number typed with a comma or a point, from 0 to a bound; null for anything else. */
export function numberIn(text: string, most: number): number | null {
  if (!/^\d{1,4}([.,]\d{1,4})?$/.test(text.trim())) return null;
  const number = Number(text.trim().replace(',', '.'));
  return number <= most ? number : null;
}
