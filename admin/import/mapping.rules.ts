/** What someone says of a heading: a column, `IGNORE`, or nothing yet. */
export const IGNORE = '-';
export const UNSAID = '';

interface Heading {
  readonly heading: string;
  readonly column: string | null;
  readonly confidence: string;
}

/** How each heading is understood so far, from the left. */
export const saidOf = (headings: readonly Heading[]): string[] =>
  headings.map(({ heading, column, confidence }) =>
    column !== null ? column : confidence === 'NONE' && heading !== '' ? UNSAID : IGNORE,
  );

/** The columns that are named more than once: by two headings, or by a heading and a value for all rows. */
export function twiceIn(said: readonly string[], constants: Readonly<Record<string, string>>): string[] {
  const named = [...said.filter((one) => one !== UNSAID && one !== IGNORE), ...givenIn(constants)];
  return [...new Set(named.filter((one, i) => named.indexOf(one) !== i))];
}

interface Column {
  readonly name: string;
  readonly required: boolean;
  /** The column beside which a file must have it. */
  readonly requiredWith: string | null;
}

/** The columns that a file must have and no heading is taken for: a value for all rows can stand for each. */
export const missingIn = <C extends Column>(columns: readonly C[], said: readonly string[]): C[] =>
  columns.filter(
    ({ name, required, requiredWith }) =>
      (required || (requiredWith !== null && said.includes(requiredWith))) && !said.includes(name),
  );

/** What is sent of the choices: a heading of which nothing is said is left to be guessed. */
export const choicesOf = (headings: readonly Heading[], said: readonly string[]) =>
  headings.flatMap(({ heading }, i) => {
    const one = said[i] ?? UNSAID;
    return one === UNSAID || heading === '' ? [] : [{ heading, column: one === IGNORE ? null : one }];
  });

export const constantsOf = (constants: Readonly<Record<string, string>>) =>
  givenIn(constants).map((column) => ({ column, value: (constants[column] ?? '').trim() }));

const givenIn = (constants: Readonly<Record<string, string>>): string[] =>
  Object.keys(constants).filter((column) => constants[column]?.trim());
