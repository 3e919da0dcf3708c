/** The version of the arithmetic this verifier is that of. */
export declare const ENGINE: string;

/** Keys sorted, no blanks: what is hashed and signed. */
export declare function canonical(value: unknown): string;

/** Throws an error with a sentence, or answers the certificate or the published version, which is then right. */
export declare function verify(text: string, options?: { key?: string | null; lang?: 'fr' | 'en' }): object;

/** What became of the ranks of one category: recomputed when as many scores are known as the field has. */
export interface Field {
  readonly category: string;
  readonly field: number;
  readonly known: number;
}

/** Throws an error that names the certificate, or answers them all, whose ranks are then right wherever a field is whole. */
export declare function verifyAll(
  texts: readonly string[],
  options?: { key?: string | null; lang?: 'fr' | 'en' },
): { certificates: object[]; fields: Field[] };
