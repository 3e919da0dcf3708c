import { useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { Group } from '../kernel/record/Group.tsx';
import type { Draft } from './preview.graphql.ts';
import { useSettled } from './useSettled.ts';
import { WhereTheyFall } from './WhereTheyFall.tsx';

/** What the category being edited would take, and what the edit would move: nothing is saved. */
export const LivePreview = ({ editionId, id }: { readonly editionId: string; readonly id: string | null }) => {
  const translate = useTranslate();
  const draft = useSettled(draftIn(useWatch() as Record<string, unknown>, id));
  return (
    <Group title={translate('room.rules.preview')} more={translate('room.rules.previewMore')}>
      <WhereTheyFall editionId={editionId} draft={draft} />
    </Group>
  );
};

/** The rule in the form, as far as it can be asked: a number half typed is no bound yet. */
function draftIn(values: Readonly<Record<string, unknown>>, id: string | null): Draft {
  const whole = (value: unknown) => (Number.isInteger(value) ? (value as number) : null);
  const year = whole(values.censusYear);
  const words = (value: unknown) => (Array.isArray(value) ? (value as string[]) : []);
  return {
    id,
    label:
      String(values.label ?? '')
        .trim()
        .slice(0, 200) || null,
    kinds: words(values.kinds) as NonNullable<Draft['kinds']>,
    populationFrom: whole(values.populationFrom),
    populationBelow: whole(values.populationBelow),
    censusYear: year !== null && year >= 2000 && year <= 2100 ? year : null,
    territory: values.territory === 'OUT' ? 'OUT' : 'IN',
    departmentCodes: words(values.departmentCodes),
    regionCodes: words(values.regionCodes),
  };
}
