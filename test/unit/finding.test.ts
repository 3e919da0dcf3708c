import { expect, test } from 'vitest';
import { type Asked, readFinding, sayFinding } from '../../server/audit/finding.rules.ts';
import type { Scale } from '../../server/score/scale.rules.ts';

const line: Scale = { type: 'LINEAR', zeroAt: '0', oneAt: '5' };
const mark: Asked = { kind: 'SCALE', scale: line };
const delay: Asked = { kind: 'DURATION', scale: line };
const yesNo: Asked = { kind: 'YES_NO', scale: { type: 'YES_NO', yes: '1', no: '0' } };
const tone: Asked = {
  kind: 'CHOICE',
  scale: { type: 'CHOICE', choices: [{ code: 'tres_clair', label: 'Très clair', points: '1' }] },
};

test.each<[Asked, string, string]>([
  [yesNo, 'Oui', '1'],
  [yesNo, ' NON ', '0'],
  [yesNo, 'o', '1'],
  [mark, '4,50', '4.5'],
  [mark, '04.0', '4'],
  [delay, '1 234,5', '1234.5'],
  [delay, '-0,0', '0'],
  [tone, 'Très_clair', 'tres_clair'],
  [mark, 'S.O.'.replaceAll('.', ''), 'NOT_APPLICABLE'],
  [mark, 'sans objet', 'NOT_APPLICABLE'],
  [mark, 'Non proposé', 'NOT_OFFERED'],
  [mark, 'nobs', 'NOT_OBSERVED'],
  [tone, 'Refusé', 'REFUSED'],
])('for %o, %j says %s', (asked, cell, said) => {
  const found = readFinding(asked, cell);
  expect(typeof found === 'string' ? `refused: ${found}` : sayFinding(found)).toBe(said);
});

test.each<[Asked, string, string]>([
  [mark, '  ', 'MISSING_VALUE'],
  [mark, '5.5', 'OUT_OF_SCALE'],
  [mark, 'bien', 'NOT_A_NUMBER'],
  [mark, '1.234,5', 'NOT_A_NUMBER'],
  [yesNo, 'peut-être', 'NOT_YES_OR_NO'],
  [tone, 'flou', 'UNKNOWN_CHOICE'],
])('for %o, %j is refused as %s', (asked, cell, reason) => {
  expect(readFinding(asked, cell)).toBe(reason);
});
