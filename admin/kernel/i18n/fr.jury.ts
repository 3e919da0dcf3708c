/** The grades of majority judgment, as jurors read them. */
export const juryEnums = {
  Grade: {
    EXCELLENT: 'Excellent',
    VERY_GOOD: 'Très bien',
    GOOD: 'Bien',
    FAIRLY_GOOD: 'Assez bien',
    PASSABLE: 'Passable',
    INSUFFICIENT: 'Insuffisant',
    REJECT: 'À rejeter',
  },
};
