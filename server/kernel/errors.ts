import { reasons } from './reasons.ts';

export type Reason = keyof typeof reasons;

/** A refusal the caller can act on. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  constructor(
    readonly reason: Reason,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(reasons[reason][1]);
    this.name = 'Refusal';
  }

  get httpStatus(): number {
    return reasons[this.reason][0];
  }
}
