/** What can be wrong with a grid, by name: the sentence may change, the code may not. */
export type GridFaultCode =
  | 'SHAPE'
  | 'WEIGHT_SHAPE'
  | 'MARK_SHAPE'
  | 'SHARE_SHAPE'
  | 'NO_CHANNEL'
  | 'NO_STEP'
  | 'CHANNEL_EMPTY'
  | 'CHANNEL_TWICE'
  | 'CRITERION_TWICE'
  | 'INDICATOR_TWICE'
  | 'INDICATOR_CRITERION'
  | 'UNKNOWN_STEP'
  | 'UNKNOWN_CLAUSE'
  | 'NO_CHANNEL_WEIGHS'
  | 'NO_CRITERION_WEIGHS'
  | 'STEPS_HALF_WEIGHED'
  | 'NO_STEP_WEIGHS'
  | 'FLOOR_MISSING'
  | 'DELAY_NOT_DURATION'
  | 'SCALE_OF_KIND'
  | 'POINTS_RANGE'
  | 'LINE_OF_ONE_POINT'
  | 'CHOICE_TOO_FEW'
  | 'STEPS_NOT_RISING'
  | 'CONDITION_UNKNOWN'
  | 'CONDITION_LATER'
  | 'CONDITION_OTHER_SORT'
  | 'CONDITION_EMPTY'
  | 'CONDITION_ANSWER'
  | 'CONDITION_UNBOUNDED'
  | 'NEVER_ASKED';

/** One thing wrong with a grid: where, and in an English sentence for whoever reads the API. */
export interface GridFault {
  readonly code: GridFaultCode;
  readonly sentence: string;
  /** The channel or the criterion it is about, by its code, and the field, as the configuration names it. */
  readonly channel?: string;
  readonly criterion?: string;
  readonly field?: string;
  /** What the sentence says besides: codes, values. */
  readonly about?: Readonly<Record<string, string>>;
}

/** A fault, before it is known where it stands. */
export const faulty = (
  code: GridFaultCode,
  sentence: string,
  field?: string,
  about?: Readonly<Record<string, string>>,
): GridFault => ({ code, sentence, ...(field ? { field } : {}), ...(about ? { about } : {}) });

/** The fault of a criterion, named in its sentence. */
export const ofCriterion = (criterion: string, fault: GridFault): GridFault => ({
  ...fault,
  criterion,
  sentence: `${criterion}: ${fault.sentence}`,
});

/** The fault of a channel, named in its sentence. */
export const ofChannel = (channel: string, fault: GridFault): GridFault => ({
  ...fault,
  channel,
  sentence: `${channel}: ${fault.sentence}`,
});

/** What the API says of them. */
export const sentencesOf = (faults: readonly GridFault[]): string[] => faults.map(({ sentence }) => sentence);
