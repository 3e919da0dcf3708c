/** The grades of majority judgment, as jurors read them. */
export const juryEnums = {
  Grade: {
    EXCELLENT: 'Excellent',
    VERY_GOOD: 'Very good',
    GOOD: 'Good',
    FAIRLY_GOOD: 'Fairly good',
    PASSABLE: 'Passable',
    INSUFFICIENT: 'Insufficient',
    REJECT: 'To reject',
  },
};
