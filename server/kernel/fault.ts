import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Why a cell, a row or a file cannot be imported. */
export enum FaultReason {
  EMPTY_FILE = 'EMPTY_FILE',
  NOT_A_SHEET = 'NOT_A_SHEET',
  PDF_FILE = 'PDF_FILE',
  OLD_EXCEL = 'OLD_EXCEL',
  ENCRYPTED_FILE = 'ENCRYPTED_FILE',
  MACROS = 'MACROS',
  ZIP_BOMB = 'ZIP_BOMB',
  DAMAGED_FILE = 'DAMAGED_FILE',
  SEVERAL_SHEETS = 'SEVERAL_SHEETS',
  TOO_MANY_COLUMNS = 'TOO_MANY_COLUMNS',
  TOO_MANY_ROWS = 'TOO_MANY_ROWS',
  MERGED_CELLS = 'MERGED_CELLS',
  FORMULA_WITHOUT_VALUE = 'FORMULA_WITHOUT_VALUE',
  FORMULA_ERROR = 'FORMULA_ERROR',
  SHORTENED_NUMBER = 'SHORTENED_NUMBER',
  DATE_AS_NUMBER = 'DATE_AS_NUMBER',
  BROKEN_ENCODING = 'BROKEN_ENCODING',
  UNREADABLE_ROW = 'UNREADABLE_ROW',
  TOO_MANY_CELLS = 'TOO_MANY_CELLS',
  MISSING_COLUMN = 'MISSING_COLUMN',
  UNKNOWN_COLUMN = 'UNKNOWN_COLUMN',
  DUPLICATE_COLUMN = 'DUPLICATE_COLUMN',
  MISSING_VALUE = 'MISSING_VALUE',
  UNEXPECTED_VALUE = 'UNEXPECTED_VALUE',
  NOT_ASKED = 'NOT_ASKED',
  UNKNOWN_VALUE = 'UNKNOWN_VALUE',
  UNKNOWN_CHOICE = 'UNKNOWN_CHOICE',
  NOT_A_NUMBER = 'NOT_A_NUMBER',
  NOT_YES_OR_NO = 'NOT_YES_OR_NO',
  NOT_A_COUNT = 'NOT_A_COUNT',
  NOT_A_DATE = 'NOT_A_DATE',
  NOT_A_LOCAL_TIME = 'NOT_A_LOCAL_TIME',
  NO_SUCH_TIME = 'NO_SUCH_TIME',
  EVENT_DISORDERED = 'EVENT_DISORDERED',
  EVENT_IN_FUTURE = 'EVENT_IN_FUTURE',
  CONTRADICTORY_DATE = 'CONTRADICTORY_DATE',
  CONTRADICTORY_DELAY = 'CONTRADICTORY_DELAY',
  OUT_OF_SCALE = 'OUT_OF_SCALE',
  OUTSIDE_FIELDWORK = 'OUTSIDE_FIELDWORK',
  TOO_LONG = 'TOO_LONG',
  NOT_AN_EMAIL = 'NOT_AN_EMAIL',
  WRONG_CHECK_DIGIT = 'WRONG_CHECK_DIGIT',
  SIREN_OF_ANOTHER = 'SIREN_OF_ANOTHER',
  PARENT_REFUSED = 'PARENT_REFUSED',
  UNKNOWN_STRUCTURE = 'UNKNOWN_STRUCTURE',
  CONTRADICTORY_STRUCTURE = 'CONTRADICTORY_STRUCTURE',
  NOT_ENROLLED = 'NOT_ENROLLED',
  POPULATION_MISSING = 'POPULATION_MISSING',
  NO_CATEGORY = 'NO_CATEGORY',
  UNKNOWN_CHANNEL = 'UNKNOWN_CHANNEL',
  OPTION_NOT_TAKEN = 'OPTION_NOT_TAKEN',
  DUPLICATE = 'DUPLICATE',
  ALREADY_DECIDED = 'ALREADY_DECIDED',
  PERSONAL_DATA = 'PERSONAL_DATA',
}
registerEnumType(FaultReason, { name: 'FaultReason', description: 'Why a cell, a row or a file cannot be imported.' });

/** One thing wrong in a file, where it is and why. */
@ObjectType({ description: 'One thing wrong in a file: where it is, and why.' })
export class Fault {
  @Field(() => Int, { description: 'The line of the file, from 1, the header included.' })
  line!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The column, by its heading; null when the whole row or file is at fault.',
  })
  column!: string | null;

  @Field(() => String, { nullable: true, description: 'What stands there.' })
  value!: string | null;

  @Field(() => FaultReason, { description: 'Why it cannot be imported.' })
  reason!: FaultReason;
}

export const fault = (
  line: number,
  column: string | null,
  value: string | null,
  reason: keyof typeof FaultReason,
): Fault => ({
  line,
  column,
  value: value && sayable(value),
  reason: FaultReason[reason],
});

/** What stood in a cell, short enough to be shown, and without what no text can hold: a NUL, half a character. */
function sayable(value: string): string {
  const text = value.replaceAll('\0', '\ufffd').toWellFormed();
  return text.length > 120 ? `${text.slice(0, 120).toWellFormed()}…` : text;
}
