import { registerEnumType } from 'type-graphql';

/** Why someone may not decide a claim. */
export enum ClaimBar {
  NOT_OPEN = 'NOT_OPEN',
  PHASE = 'PHASE',
  OWN_CLAIM = 'OWN_CLAIM',
  OWN_TESTS = 'OWN_TESTS',
}
registerEnumType(ClaimBar, {
  name: 'ClaimBar',
  description: 'Why someone may not decide a claim.',
  valuesConfig: {
    NOT_OPEN: { description: 'It is withdrawn, or decided.' },
    PHASE: { description: 'Claims are no longer decided in this phase of the edition.' },
    OWN_CLAIM: { description: 'They wrote it.' },
    OWN_TESTS: { description: 'They validated, rejected or corrected a test that it speaks of.' },
  },
});
