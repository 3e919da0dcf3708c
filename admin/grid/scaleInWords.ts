import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Criterion } from './grid.graphql.ts';

/** Says how a value becomes points, as one would over the phone. Points are said on 100. */
export function useScaleInWords(): (criterion: Pick<Criterion, 'scale' | 'unit'>) => string {
  const translate = useTranslate();
  const format = useFormat();
  return ({ scale, unit }) => {
    const points = (value: string) => format.number(Number(value) * 100);
    const amount = (value: string) =>
      unit ? `${format.number(value)}\u00a0${translate(`enum.MeasureUnit.${unit}`)}` : format.number(value);
    switch (scale.type) {
      case 'YES_NO':
        return translate(Number(scale.yes) >= Number(scale.no) ? 'room.grid.sayYes' : 'room.grid.sayNo', {
          yes: points(scale.yes),
          no: points(scale.no),
        });
      case 'LINEAR':
        return translate('room.grid.sayLinear', { zero: amount(scale.zeroAt), one: amount(scale.oneAt) });
      case 'CHOICE':
        return scale.choices.map((choice) => `${choice.label} ${points(choice.points)}`).join(' · ');
      case 'STEPS':
        return [
          ...scale.steps.map((step) =>
            translate('room.grid.sayStep', { below: amount(step.below), points: points(step.points) }),
          ),
          translate('room.grid.sayBeyond', { points: points(scale.beyond) }),
        ].join(' · ');
    }
  };
}
