import type { CriterionKind, Scale } from '../score/scale.rules.ts';

/** How a new criterion of each kind is marked until its author says otherwise. */
export const usualScales: Readonly<Record<CriterionKind, Scale>> = {
  YES_NO: { type: 'YES_NO', yes: '1', no: '0' },
  SCALE: { type: 'LINEAR', zeroAt: '0', oneAt: '4' },
  CHOICE: {
    type: 'CHOICE',
    choices: [
      { code: 'complet', label: 'Complet', points: '1' },
      { code: 'partiel', label: 'Partiel', points: '0.5' },
      { code: 'absent', label: 'Absent', points: '0' },
    ],
  },
  COUNT: { type: 'LINEAR', zeroAt: '0', oneAt: '10' },
  DURATION: { type: 'LINEAR', zeroAt: '15', oneAt: '0' },
  SHARE: { type: 'LINEAR', zeroAt: '0', oneAt: '1' },
};

/** The unit of the value of a new criterion, where its kind has a usual one. */
export const usualUnits: Readonly<Partial<Record<CriterionKind, string>>> = { DURATION: 'DAYS' };
