/** How months begin, accents aside: written in full or cut short, they are told apart. */
const months = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec'];

/** The days, ISO, that a French text names: "6 mai", "1ᵉʳ mai", "06/05", "6.5.2026", "2026-05-06". */
export function daysNamedIn(text: string, days: readonly string[]): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return [...new Set(days)].filter((day) => {
    const [, month = 0, date = 0] = day.split('-').map(Number);
    const words = `0?${date}(?:er)?\\s+${months[month - 1]}`;
    const figures = `0?${date}\\s?[/.-]\\s?0?${month}(?!\\d)`;
    return new RegExp(`(?<![\\d/.-])(?:${words}|${figures}|${day})`, 'u').test(plain);
  });
}
