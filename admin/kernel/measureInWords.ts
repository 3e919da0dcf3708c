import { useTranslate } from 'react-admin';
import type { CriterionKind, Scale } from '../../server/score/scale.rules.ts';
import { useFormat } from './format.ts';

/** A value, and the criterion that says what it means. */
export interface Measured {
  readonly value: string | null;
  readonly criterion: { readonly kind: CriterionKind; readonly unit: string | null; readonly scale: Scale };
}

/** Says a measured value with its unit: "Oui", "3 sonneries", "40 %", the label of a choice. */
export function useMeasureInWords(): (measured: Measured) => string {
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
