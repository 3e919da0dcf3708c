import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

export const CategoryPreviewQuery = graphql(`
  query CategoryPreview($editionId: ID!, $draft: CategoryDraftInput) {
    categoryPreview(editionId: $editionId, draft: $draft) {
      total none noneBefore several severalBefore enrolled enrolledElsewhere
      categories { key label before after placed }
      noneByKind { kind count }
      overlaps { labels count }
      moves { from to count }
    }
  }
`);
export type Preview = ResultOf<typeof CategoryPreviewQuery>['categoryPreview'];
export type Draft = NonNullable<VariablesOf<typeof CategoryPreviewQuery>['draft']>;

export const CategoryStructuresQuery = graphql(`
  query CategoryStructures(
    $editionId: ID!, $draft: CategoryDraftInput, $before: ID, $after: ID, $kind: StructureKind
    $moved: Boolean, $placed: Boolean, $elsewhere: Boolean, $page: Int
  ) {
    categoryStructures(
      editionId: $editionId, draft: $draft, before: $before, after: $after, kind: $kind
      moved: $moved, placed: $placed, elsewhere: $elsewhere, page: $page, perPage: 20
    ) {
      total
      items {
        before after misfit placed enrolledIn
        structure { id name kind departmentCode population populationYear }
      }
    }
  }
`);
export type Fallen = ResultOf<typeof CategoryStructuresQuery>['categoryStructures']['items'][number];

/** Which structures a number counts. */
export type Behind = Omit<VariablesOf<typeof CategoryStructuresQuery>, 'editionId' | 'draft' | 'page'>;

export const PlacementsQuery = graphql(`
  query Placements($editionId: ID!, $page: Int) {
    placements(editionId: $editionId, page: $page, perPage: 100, sort: "structure.name") {
      total
      items { id motive createdAt placedByName structure { id name } category { id label } }
    }
  }
`);
export type Placement = ResultOf<typeof PlacementsQuery>['placements']['items'][number];

export const PlaceStructure = graphql(`
  mutation PlaceStructure($categoryId: ID!, $structureId: ID!, $motive: Prose!) {
    placeStructure(categoryId: $categoryId, structureId: $structureId, motive: $motive) { id }
  }
`);
export const UnplaceStructure = graphql(`mutation UnplaceStructure($id: ID!) { unplaceStructure(id: $id) }`);
