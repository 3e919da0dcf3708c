import fc from 'fast-check';

/** A mutant is judged by a few draws, always the same: which mutants survive must not depend on chance. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 25, seed: 2022 });
