/** What a laureate received, as its diploma states it: all that is signed. */
export interface Statement {
  readonly edition: {
    readonly label: string;
    readonly year: number;
    readonly ordinal: number;
    /** Invented for a demonstration. */
    readonly simulated: boolean;
  };
  readonly award: { readonly kind: 'TROPHY' | 'PRIZE'; readonly label: string };
  readonly laureate: string;
  readonly mention: string | null;
  /** The day of the decision, as 2022-10-04. */
  readonly decidedOn: string;
  /** SHA-256 of the record of the decision, in hexadecimal. */
  readonly decisionHash: string;
}

/** The first line of a code: what it is, and in which format. */
export const STATEMENT_FORMAT = 'BAROMETRE-LAUREAT 1';

/**
 * The statement as it is signed: one line a field, in a fixed order, so that a telephone which reads the code shows
 * something a person can read. Hashes are shortened from hexadecimal to base64url.
 *
 *     BAROMETRE-LAUREAT 1
 *     2022 10 REEL                              year, ordinal, REEL or FICTIF
 *     Baromètre de la qualité de l’accueil      the edition
 *     TROPHEE Communes de moins de 2 000 …      TROPHEE or PRIX, and its label
 *     Ville de Chaumont                         the laureate
 *     écoute                                    the mention, or “sans mention”
 *     2022-10-04                                the day of the decision
 *     3q2-7w…                                   the hash of its record
 */
export const signedLinesOf = ({ edition, award, ...said }: Statement): string =>
  [
    STATEMENT_FORMAT,
    `${edition.year} ${edition.ordinal} ${edition.simulated ? 'FICTIF' : 'REEL'}`,
    inLine(edition.label),
    `${award.kind === 'TROPHY' ? 'TROPHEE' : 'PRIX'} ${inLine(award.label)}`,
    inLine(said.laureate),
    said.mention === null ? NO_MENTION : inLine(said.mention),
    said.decidedOn,
    Buffer.from(said.decisionHash, 'hex').toString('base64url'),
  ].join('\n');

/** What stands for no mention: readers of codes may drop an empty line. */
const NO_MENTION = 'sans mention';

/** A text on one line, its letters composed: the same text is always the same bytes. */
const inLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

/** What the code of a diploma holds: the lines, the key and the signature of both. */
export function sealedStatementOf(statement: Statement, seal: Signing): string {
  const signed = `${signedLinesOf(statement)}\n${seal.publicKey}`;
  return `${signed}\n${seal.sign(signed)}`;
}

/** What signs: see `kernel/seal.ts`. */
interface Signing {
  readonly publicKey: string;
  sign(text: string): string;
}
