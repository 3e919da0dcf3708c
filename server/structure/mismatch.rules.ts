/** What staff say of a structure, as far as its identity goes. Left out or empty: not said. */
export interface Said {
  readonly name?: string | null;
  readonly kind?: string | null;
  readonly siren?: string | null;
  readonly inseeCode?: string | null;
  readonly departmentCode?: string | null;
  readonly isSite: boolean;
}

/** What the reference says of the owner of a SIREN. */
export interface Owner {
  readonly kind: string;
  readonly code: string;
  readonly formerCodes: readonly string[];
  readonly departmentCode: string | null;
  /** The words of its name: see `keyOf` of the territories. */
  readonly key: string;
}

/** In what a structure differs from the one that the reference knows under its SIREN. */
export type Difference = 'KIND' | 'COMMUNE' | 'DEPARTMENT' | 'NAME';

/** Bodies that are of two kinds at once: the Ville de Paris is its own département, as is the Métropole de Lyon. */
const twofold: ReadonlySet<string> = new Set(['DEPARTMENT 75056', 'DEPARTMENT 200046977']);
const bodies: ReadonlySet<string> = new Set(['COMMUNE', 'INTERCOMMUNALITY', 'DEPARTMENT', 'REGION']);

/**
 * In what a structure differs from the owner of its SIREN. A site has that of its body, and a social service or a France
 * Services may have that of the commune that runs it: only a body of the four kinds is compared by kind and by name.
 */
export function differencesOf(said: Said, owner: Owner, keyOf: (name: string) => string): Difference[] {
  if (said.isSite || !said.kind || !bodies.has(said.kind)) return [];
  if (said.kind !== owner.kind) return twofold.has(`${said.kind} ${owner.code}`) ? [] : ['KIND'];
  const differences: Difference[] = [];
  const communes = [owner.code, ...owner.formerCodes];
  if (said.kind === 'COMMUNE' && said.inseeCode && !communes.includes(said.inseeCode)) differences.push('COMMUNE');
  if (said.departmentCode && owner.departmentCode && said.departmentCode !== owner.departmentCode)
    differences.push('DEPARTMENT');
  const words = new Set(beginningsOf(owner.key));
  const shared = said.name ? beginningsOf(keyOf(said.name)).some((word) => words.has(word)) : true;
  if (words.size > 0 && !shared) differences.push('NAME');
  return differences;
}

/** The first letters of the words of a name that are more than an article: a plural or a slip changes the last ones. */
const beginningsOf = (key: string): string[] =>
  key.split(' ').flatMap((word) => (word.length > 2 ? [word.slice(0, 4)] : []));

/**
 * Whether the SIREN is certainly that of another organisation: another kind of body, or a commune whose INSEE code is
 * another. A name or a département that differ only warn: names change, and people abbreviate.
 */
export const isCertain = (differences: readonly Difference[]): boolean =>
  differences.includes('KIND') || differences.includes('COMMUNE');
