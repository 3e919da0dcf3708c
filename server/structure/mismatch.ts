import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { keyOf } from '../territory/territory.rules.ts';
import { ownerOf } from '../territory/territory.service.ts';
import { Territory } from '../territory/territory.ts';
import { type Difference, differencesOf, isCertain, type Said } from './mismatch.rules.ts';

/** In what a structure differs from the one that the reference knows under its SIREN. */
export enum TerritoryDifference {
  KIND = 'KIND',
  COMMUNE = 'COMMUNE',
  DEPARTMENT = 'DEPARTMENT',
  NAME = 'NAME',
}
registerEnumType(TerritoryDifference, {
  name: 'TerritoryDifference',
  description: 'In what a structure differs from the one that the reference knows under its SIREN.',
  valuesConfig: {
    KIND: { description: 'The SIREN is that of a body of another kind: refused.' },
    COMMUNE: { description: 'The SIREN is that of a commune with another INSEE code: refused.' },
    DEPARTMENT: { description: 'The owner of the SIREN lies in another département: a warning.' },
    NAME: { description: 'The name has no word in common with that of the owner of the SIREN: a warning.' },
  },
});

@ObjectType({ description: 'A SIREN that the reference gives to an organisation other than the one it is written on.' })
export class TerritoryMismatch {
  @Field(() => Territory, { description: 'The organisation that the reference knows under this SIREN.' })
  owner!: Territory;

  @Field(() => [TerritoryDifference], { description: 'In what the structure differs from it.' })
  differences!: TerritoryDifference[];

  @Field(() => Boolean, { description: 'Whether it is certain, and therefore refused; otherwise it only warns.' })
  certain!: boolean;
}

/** What the reference has against the SIREN of a structure; null when it agrees, or does not know it. */
export function mismatchOf(said: Said): TerritoryMismatch | null {
  const owner = ownerOf(said.siren);
  const differences: Difference[] = owner ? differencesOf(said, owner, keyOf) : [];
  return owner && differences.length > 0
    ? { owner, differences: differences.map((each) => TerritoryDifference[each]), certain: isCertain(differences) }
    : null;
}
