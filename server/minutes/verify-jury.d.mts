/** Throws an error with a sentence, or answers what is rightly said: sentences, and the key it was signed with. */
export declare function verify(
  text: string,
  options?: { head?: string | null; key?: string | null; lang?: 'fr' | 'en' },
): { readonly told: readonly string[]; readonly publicKey: string };
