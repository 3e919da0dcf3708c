import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Measurement } from './audit.graphql.ts';

/** Says a measured value with its unit: "Oui", "3 sonneries", "40 %", the label of a choice. */
export function useMeasureInWords(): (measurement: Measurement) => string {
  const translate = useTranslate();
  const format = useFormat();
  return ({ value, criterion: { kind, unit, scale } }) => {
    if (value === null) return '—';
    switch (kind) {
      case 'YES_NO':
        return translate(Number(value) === 1 ? 'list.yes' : 'list.no');
      case 'CHOICE':
        return (scale.type === 'CHOICE' && scale.choices.find(({ code }) => code === value)?.label) || value;
      case 'SHARE':
        return format.percent(value, 0);
      default:
        return unit
          ? `${format.number(value)}\u00a0${translate(`enum.MeasureUnit.${unit}`, { _: unit })}`
          : format.number(value);
    }
  };
}
