import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNamesOf } from '../../kernel/count/Who.tsx';
import { Options } from '../ballot/Options.tsx';
import { CastingVote, type Item } from '../meeting.graphql.ts';
import { ActButton } from './ActButton.tsx';

/** The casting vote of whoever presides: on the motion where it is even, or for one of the equals. */
export const CastingButton = ({ item }: { readonly item: Item }) => {
  const translate = useTranslate();
  const namesOf = useNamesOf();
  const [chosen, setChosen] = useState<string | null>(null);
  const among = item.result?.among ?? [];
  const casting = item.result?.casting as { readonly opinion: string | null } | null;
  const onMotion = item.motion !== null && !casting?.opinion;
  const options = onMotion
    ? ['FOR', 'AGAINST'].map((value) => ({ value, label: translate(`ballot.opinion.${value}`) }))
    : among.map((value, i) => ({ value, label: namesOf(item.candidates, among)[i] ?? value }));
  const cast = onMotion ? { opinion: chosen as 'FOR' | 'AGAINST' | null, code: null } : { opinion: null, code: chosen };
  return (
    <ActButton
      name="casting"
      primary
      consequences={2}
      disabled={chosen === null}
      onAct={(act) => act(CastingVote, { id: item.id, ...cast })}
    >
      <Options
        legend={translate('chair.casting.choose')}
        name="casting"
        value={chosen}
        options={options}
        onChange={setChosen}
      />
    </ActButton>
  );
};
