import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';

const here = dirname(fileURLToPath(import.meta.url));
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'));

/** The documents that exist, each a template beside this file. */
export type Template = 'score-sheet' | 'ranking';

let compiler: NodeCompiler | null = null;

/**
 * A document as a tagged PDF (PDF/UA-1, which the compiler enforces: a missing title or alternative text is an error).
 * The same data and date give the same bytes: nothing comes from the clock, and fonts are those of the project.
 */
export function pdfOf(template: Template, data: object, date: Date): Buffer {
  compiler ??= NodeCompiler.create({
    workspace: here,
    fontArgs: [{ fontPaths: [join(fonts, '400Regular'), join(fonts, '600SemiBold')] }],
  });
  const mainFileContent = readFileSync(join(here, `${template}.typ`), 'utf8');
  const pdf = compiler.pdf(
    { mainFileContent, inputs: { data: JSON.stringify(data) } },
    { pdfStandard: PdfStandard.UA_1, creationTimestamp: Math.floor(date.getTime() / 1000) },
  );
  // What was laid out for one document is of no use to the next: its memory would only grow.
  compiler.evictCache(0);
  return pdf;
}
