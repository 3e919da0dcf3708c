import type { Json } from '../kernel/canonical.rules.ts';
import type { DocumentRow, DocumentTables } from '../partner/document.rules.ts';

/** What partners are sent when a version goes out: nothing that the version itself does not say. */
export interface Announced {
  readonly kind: 'edition.published' | 'edition.corrected' | 'trophy.awarded';
  readonly subject: string;
  readonly payload: Readonly<Record<string, Json>>;
}

/** The messages of a release: one for the edition, one for each award that has laureates it had not. */
export function announcementsOf(before: DocumentTables, after: DocumentTables, first: boolean): Announced[] {
  const year = String(after.dataset?.[0]?.year ?? '');
  const trophies = (after.trophy ?? []).flatMap((trophy) => {
    const laureates = laureatesOf(after, trophy);
    const had = (before.trophy ?? []).find((each) => nameOf(each) === nameOf(trophy));
    const known = had ? laureatesOf(before, had).map(({ name }) => name) : [];
    const fresh = laureates.filter(({ name }) => !known.includes(name));
    if (fresh.length === 0) return [];
    const subject = nameOf(trophy);
    return [{ kind: 'trophy.awarded' as const, subject, payload: { award: subject, laureates } }];
  });
  const kind = first ? ('edition.published' as const) : ('edition.corrected' as const);
  return [{ kind, subject: year, payload: {} }, ...trophies];
}

/** The laureates of a trophy of a version. */
const laureatesOf = (tables: DocumentTables, { position }: DocumentRow): { name: Json; departmentCode: Json }[] =>
  (tables.laureate ?? [])
    .filter(({ trophy }) => trophy === position)
    .map(({ name, department_code }) => ({ name: name ?? null, departmentCode: department_code ?? null }));

const nameOf = (trophy: DocumentRow): string => String(trophy.category_label ?? trophy.prize_label ?? '');
