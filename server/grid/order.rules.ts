/** What stands somewhere in the form of a channel, under a step of the journey. */
export interface Placed {
  readonly id: string;
  readonly step: string;
}

/** Where some are put: under a step, after one of it, or first of it. */
export interface Place {
  readonly step: string;
  readonly after: string | null;
}

/**
 * The form of a channel once some were put in a place, in the order they were given. What was already there keeps its
 * order. Under a step that has nothing yet, they follow what belongs to the steps before it.
 */
export function putIn<Each extends Placed>(
  form: readonly Each[],
  moved: readonly Each[],
  { step, after }: Place,
  journey: readonly string[],
): Each[] {
  const rest = form.filter(({ id }) => !moved.some((each) => each.id === id));
  const anchor = anchorOf(form, moved, after);
  const at = anchor === null ? startOf(rest, step, journey) : rest.findIndex(({ id }) => id === anchor) + 1;
  return [...rest.slice(0, at), ...moved, ...rest.slice(at)];
}

/** What stays put at or before the anchor: one that moves cannot hold the place of those that move with it. */
function anchorOf(form: readonly Placed[], moved: readonly Placed[], after: string | null): string | null {
  if (after === null) return null;
  const at = form.findIndex(({ id }) => id === after);
  const stays = form.slice(0, at + 1).filter(({ id }) => !moved.some((each) => each.id === id));
  const anchor = stays.at(-1);
  return anchor && anchor.step === form[at]?.step ? anchor.id : null;
}

/** Where a step begins in a form, or would. */
function startOf(rest: readonly Placed[], step: string, journey: readonly string[]): number {
  const first = rest.findIndex((each) => each.step === step);
  if (first !== -1) return first;
  const before = journey.slice(0, journey.indexOf(step));
  return rest.findLastIndex((each) => before.includes(each.step)) + 1;
}

/** The same in the order of the journey: the form follows its steps, and within each what it was. */
export const byStep = <Each extends Placed>(form: readonly Each[], journey: readonly string[]): Each[] =>
  form.toSorted((a, b) => journey.indexOf(a.step) - journey.indexOf(b.step));

/** A list in which one was put after another, or first. */
export function putAfter(ids: readonly string[], moved: string, after: string | null): string[] {
  const rest = ids.filter((id) => id !== moved);
  const at = after === null || after === moved ? (after === null ? 0 : ids.indexOf(moved)) : rest.indexOf(after) + 1;
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}

/** A code that nothing has yet, told by the words it stands for: "phone.access.mise-en-relation". */
export function freshCode(before: readonly string[], label: string, taken: ReadonlySet<string>): string {
  const words = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return numbered([...before, words || 'x'].join('.').slice(0, 74).replace(/-$/, ''), 1, taken);
}

/** The code of a copy: that of its original, and a number. */
export const copiedCode = (code: string, taken: ReadonlySet<string>): string => numbered(code.slice(0, 74), 2, taken);

const numbered = (code: string, number: number, taken: ReadonlySet<string>): string => {
  const tried = number === 1 ? code : `${code}-${number}`;
  return taken.has(tried) ? numbered(code, number + 1, taken) : tried;
};
