/** The verbatims of a test as one text: of the whole first, then each under its question, in the order of the form. */
export function saidIn(
  verbatims: Readonly<Record<string, string>>,
  questions: readonly { readonly code: string; readonly label: string }[],
): string | null {
  const own = questions.flatMap(({ code, label }) => {
    const said = verbatims[code]?.trim();
    return said ? [`${label} : ${said}`] : [];
  });
  const all = [verbatims['']?.trim() ?? '', ...own].filter((said) => said !== '');
  return all.length > 0 ? all.join('\n') : null;
}
