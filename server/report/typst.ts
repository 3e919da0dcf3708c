import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { typeset } from './french.rules.ts';

const rooms = fileURLToPath(new URL('..', import.meta.url));
const fontsOf = (family: string): string =>
  dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${family}/package.json`));
const [sans, serif] = [fontsOf('source-sans-3'), fontsOf('source-serif-4')];

/** The documents that exist, each a template in its room. */
export type Template =
  | 'report/score-sheet'
  | 'report/ranking'
  | 'report/individual'
  | 'minutes/minutes'
  | 'diploma/diploma'
  | 'embargo/press'
  | 'embargo/register'
  | 'synthesis/synthesis'
  | 'synthesis/press-release';

let compiler: NodeCompiler | null = null;

/**
 * A document as a tagged PDF (PDF/UA-1, which the compiler enforces: a missing title or alternative text is an error).
 * The same data and date give the same bytes: nothing comes from the clock, and fonts are those of the project. Every
 * text is set with the spaces of French, but for one called `verbatim`.
 */
export function pdfOf(template: Template, data: object, date: Date): Buffer {
  compiler ??= NodeCompiler.create({
    workspace: rooms,
    fontArgs: [
      {
        fontPaths: [
          ...[join(sans, '400Regular'), join(sans, '600SemiBold')],
          ...[join(serif, '400Regular'), join(serif, '400Regular_Italic'), join(serif, '600SemiBold')],
        ],
      },
    ],
  });
  const mainFileContent = readFileSync(join(rooms, `${template}.typ`), 'utf8');
  const texts = JSON.stringify(data, (key, value) =>
    typeof value === 'string' && key !== 'verbatim' ? typeset(value) : value,
  );
  const pdf = compiler.pdf(
    { mainFileContent, inputs: { data: texts } },
    { pdfStandard: PdfStandard.UA_1, creationTimestamp: Math.floor(date.getTime() / 1000) },
  );
  // What was laid out for one document is of no use to the next: its memory would only grow.
  compiler.evictCache(0);
  return pdf;
}
