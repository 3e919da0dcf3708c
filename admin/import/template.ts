import { csvOf } from '../kernel/csv.ts';

/** A column of a template: its heading, what it holds in words, the only values it takes when they are few. */
export interface TemplateColumn {
  readonly name: string;
  readonly must: boolean;
  readonly content: string;
  readonly values: readonly string[];
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Rows of a template that offer the lists and keep what is typed as text: more than an edition has. */
const ROWS = 5000;
/** Rows whose cells are written as text beforehand: a spreadsheet keeps no format for a column that has no cell. */
const TEXT_ROWS = 1000;
/** The most a spreadsheet takes: of a list written into the rule, of a title and of a message beside a cell. */
const LIST_LENGTH = 255;
const TITLE_LENGTH = 32;
const MESSAGE_LENGTH = 255;

/** A file with nothing but its headings, which are not translated: the server reads them. */
export const csvTemplate = (columns: readonly TemplateColumn[]): string =>
  csvOf(
    [],
    columns.map(({ name }) => ({ label: name, value: () => null })),
    (heading) => heading,
  );

/**
 * The same as a workbook: headings stay in sight, each column says what it holds and offers its values. Its cells are
 * text, so that a SIREN or a code of commune keeps its leading zeros.
 */
export async function xlsxTemplate(columns: readonly TemplateColumn[], sheet: string): Promise<Blob> {
  const { writeXlsx } = await import('hucre/xlsx');
  const bytes = await writeXlsx({
    sheets: [
      {
        name: sheet.slice(0, 31),
        columns: columns.map(({ name }) => ({ header: name, width: Math.max(14, name.length + 4), numFmt: '@' })),
        rows: [columns.map(({ name }) => name), ...Array.from({ length: TEXT_ROWS }, () => columns.map(() => null))],
        freezePane: { rows: 1 },
        dataValidations: columns.map((column, i) => validationOf(column, letterOf(i))),
      },
    ],
  });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX });
}

function validationOf({ name, content, values, must }: TemplateColumn, letter: string) {
  const prompt = {
    range: `${letter}2:${letter}${ROWS + 1}`,
    allowBlank: !must,
    showInputMessage: true,
    inputTitle: name.slice(0, TITLE_LENGTH),
    inputMessage: content.slice(0, MESSAGE_LENGTH),
  };
  const listed =
    values.length > 0 && values.join(',').length <= LIST_LENGTH && !values.some((one) => one.includes(','));
  return listed
    ? { ...prompt, type: 'list' as const, values: [...values], showErrorMessage: true, errorStyle: 'warning' as const }
    : // A text of any length: a rule that only carries its message.
      { ...prompt, type: 'textLength' as const, operator: 'greaterThanOrEqual' as const, formula1: '0' };
}

/** A, B, … Z, AA: the name of a column in a spreadsheet, from its place. */
const letterOf = (at: number): string =>
  (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
