import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../chips.tsx';
import { useFormat } from '../format.ts';
import { Section } from '../record/Section.tsx';
import type { Indicator } from './rows.ts';

/** The figures of the edition, each with its unit and its base: without them it would be a bug. */
export const Indicators = ({ indicators }: { readonly indicators: readonly Indicator[] }) => {
  const translate = useTranslate();
  const say = useSaid();
  if (indicators.length === 0) return null;
  return (
    <Section flush title={translate('room.publication.indicatorsTitle')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.publication.indicator')}</TableCell>
            <TableCell align="right">{translate('room.publication.value')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {indicators.map((one) => (
            <TableRow key={one.code}>
              <TableCell>{one.label}</TableCell>
              <TableCell align="right">
                {one.withheld ? <Tag tone="warning" label={translate('room.publication.withheldTag')} /> : say(one)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};

/** "77 % de 622 appels", "5,5 sonneries sur 479 appels", "86 sur 100 sur 50 structures". */
function useSaid(): (indicator: Indicator) => string {
  const translate = useTranslate();
  const format = useFormat();
  return ({ value, unit, denominator, base }) => {
    const said = format.number(value, unit === 'COUNT' || Number.isInteger(Number(value)) ? 0 : 1);
    const words: Readonly<Record<string, string>> = {
      SHARE: format.percent(value, 0),
      RINGS: translate('room.publication.rings', { value: said }),
      DAYS: translate('room.publication.days', { value: said }),
      SCORE: translate('room.publication.ofHundred', { value: said }),
    };
    const figure = words[unit] ?? said;
    if (denominator == null) return `${figure} (${base})`;
    if (unit === 'COUNT') return `${figure} ${base}`;
    const terms = { value: figure, denominator: format.number(denominator), base };
    return translate(unit === 'SHARE' ? 'room.publication.onBase' : 'room.publication.overBase', terms);
  };
}
