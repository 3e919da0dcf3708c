/** The version of the arithmetic this verifier is that of. */
export declare const ENGINE: string;

/** Keys sorted, no blanks: what is hashed and signed. */
export declare function canonical(value: unknown): string;

/** Throws an error with a sentence, or answers the certificate, which is then right. */
export declare function verify(text: string, options?: { key?: string | null; lang?: 'fr' | 'en' }): object;
