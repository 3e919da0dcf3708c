import { Arg, Authorized, Int, Query, Resolver } from 'type-graphql';
import { StructureKind } from '../kernel/kinds.ts';
import { Code, Search } from '../kernel/scalars.ts';
import { searchTerritories, territoryOf } from './territory.service.ts';
import { Territory } from './territory.ts';

/** The longest list: all départements and more, for a list to choose from. */
const MOST = 200;

@Resolver(() => Territory)
export class TerritoryResolver {
  @Authorized()
  @Query(() => [Territory], {
    description:
      'Looks in the official reference by words of a name (no accents nor hyphens needed), postcode, SIREN, SIRET or INSEE code: the best first, the most populated before its equals. Without `q`, all those of the kinds asked for, by code.',
  })
  territories(
    @Arg('q', () => Search, { defaultValue: '', description: 'What to look for.' }) q: string,
    @Arg('kinds', () => [StructureKind], { nullable: true, description: 'Only of these kinds.' })
    kinds: StructureKind[] | null,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many at most, 1 to 200.' }) first: number,
  ): Territory[] {
    return searchTerritories(q, kinds ?? null, Math.min(Math.max(first, 1), MOST));
  }

  @Authorized()
  @Query(() => Territory, {
    nullable: true,
    description: 'One territory of the reference; null when it has none such.',
  })
  territory(
    @Arg('kind', () => StructureKind) kind: StructureKind,
    @Arg('code', () => Code, { description: 'INSEE code; for an intercommunality, its SIREN.' }) code: string,
  ): Territory | null {
    return territoryOf(kind, code);
  }
}
