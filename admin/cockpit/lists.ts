/** The list that a figure of the cockpit is the length of. */
export interface Behind {
  readonly list: 'assignment' | 'audit' | 'control' | 'claims';
  readonly filter?: Readonly<Record<string, unknown>>;
}

/** Where each figure leads. */
export const behind = {
  late: { list: 'assignment', filter: { late: true } },
  unassigned: { list: 'assignment', filter: { state: 'PLANNED' } },
  toControl: { list: 'audit', filter: { undecided: true } },
  questions: { list: 'control' },
  claims: { list: 'claims' },
  rejected: { list: 'audit', filter: { lost: true } },
} as const satisfies Readonly<Record<string, Behind>>;

/** The address of a list with filters in force. */
export const addressOf = ({ list, filter }: Behind): string =>
  `/${list}${filter ? `?filter=${encodeURIComponent(JSON.stringify(filter))}` : ''}`;
