import { useQuery } from '@tanstack/react-query';
import { AutocompleteArrayInput, required, SelectArrayInput, useRecordContext, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { AwardRuleInputs } from '../kernel/AwardRuleInputs.tsx';
import { run } from '../kernel/api.ts';
import { CodeInput, CountInput, EnumInput, ProseInput, TitleInput } from '../kernel/inputs.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';
import { PrizeChoices } from './prize.graphql.ts';

/** What a special prize is called, what it rewards, who may receive it, and the rules it obeys. */
export const PrizeInputs = () => {
  const translate = useTranslate();
  const record = useRecordContext<{ editionId?: string; edition?: { id: string } }>();
  const editionId = record?.edition?.id ?? record?.editionId ?? '';
  const basis: string = useWatch({ name: 'basis', defaultValue: 'OVERALL' });
  const { data } = useQuery({
    queryKey: ['prizeChoices', editionId],
    queryFn: ({ signal }) => run(PrizeChoices, { editionId }, signal),
    enabled: editionId !== '',
  });
  const categories = data?.categories.items.map(({ code, label }) => ({ id: code, name: label })) ?? [];
  const criteria =
    data?.grids.items[0]?.channels.flatMap((channel) =>
      channel.criteria.map(({ code, label }) => ({ id: code, name: `${channel.label} – ${label}` })),
    ) ?? [];
  return (
    <>
      <TitleInput source="label" must />
      <Fields>
        <CodeInput source="code" must help="room.category.codeHelp" />
        <CountInput source="position" must defaultValue={0} />
      </Fields>
      <ProseInput source="rewards" help="room.prize.rewardsHelp" />
      <Group title={translate('room.prize.basis')}>
        <Fields>
          <EnumInput source="basis" of="PrizeBasis" must defaultValue="OVERALL" />
          {basis === 'CHANNEL' && <EnumInput source="channel" of="ChannelCode" must />}
          {basis === 'DETERMINANT' && (
            <AutocompleteArrayInput
              source="criteria"
              choices={criteria}
              translateChoice={false}
              validate={required()}
              helperText="room.prize.criteriaHelp"
            />
          )}
          <SelectArrayInput
            source="categoryCodes"
            choices={categories}
            translateChoice={false}
            helperText="room.prize.categoriesHelp"
          />
        </Fields>
      </Group>
      <Group title={translate('room.prize.rules')}>
        <AwardRuleInputs ranked={basis !== 'FREE'} />
      </Group>
    </>
  );
};
