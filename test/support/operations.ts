/** The four operations of the benchmark, as our contract asks them. */
export const operations: Readonly<Record<string, string>> = {
  Palmares: `query Palmares($year: Year!, $version: String!) {
    edition(year: $year, version: $version) { ordinal year provenance structureCount
      trophies { nodes { categoryLabel prizeLabel pointRemarquable
        laureates { nodes { name kind departmentCode rank award } } } } } }`,
  Page: `query Page($version: String!) {
    means(version: $version, first: 25, orderBy: VALUE_DESC, where: { scope: { is: DEPARTMENT }, measure: { is: CHANNEL } }) {
      nodes { code label channelCode comparability previous } pageInfo { hasNextPage } } }`,
  Deep: `query Deep($year: Year!, $version: String!) {
    edition(year: $year, version: $version) { label
      categories { nodes { code label } }
      means(first: 100, where: { scope: { is: CATEGORY } }) { nodes { code label channelCode comparability previous } }
      criteria(first: 100) { nodes { code label } } } }`,
  Aggregate: `query Aggregate($version: String!) {
    a: means(version: $version, where: { scope: { is: DEPARTMENT }, measure: { is: CHANNEL } }) { totalCount }
    b: means(version: $version, where: { scope: { is: REGION } }) { totalCount }
    c: laureates(version: $version, where: { award: { is: TROPHY } }) { totalCount } }`,
};

/** The same, as PostGraphile asks them. */
export const rivals: Readonly<Record<string, string>> = {
  Palmares: `query Palmares($version: String!) {
    edition: datasetByVersion(version: $version) { ordinal year provenance structureCount
      trophies: trophiesByVersion { nodes { categoryLabel prizeLabel pointRemarquable
        laureates: laureatesByVersionAndTrophy { nodes { name kind departmentCode rank award } } } } } }`,
  Page: `query Page($version: String!) {
    means: allMeans(first: 25, orderBy: VALUE_DESC, condition: { version: $version, scope: "DEPARTMENT", measure: "CHANNEL" }) {
      nodes { code label channelCode comparability previous } pageInfo { hasNextPage } } }`,
  Deep: `query Deep($version: String!) {
    edition: datasetByVersion(version: $version) { label
      categories: categoriesByVersion(orderBy: POSITION_ASC) { nodes { code label } }
      means: meansByVersion(first: 100, orderBy: POSITION_ASC, condition: { scope: "CATEGORY" }) { nodes { code label channelCode comparability previous } }
      criteria: criteriaByVersion(first: 100, orderBy: POSITION_ASC) { nodes { code label } } } }`,
  Aggregate: `query Aggregate($version: String!) {
    a: allMeans(condition: { version: $version, scope: "DEPARTMENT", measure: "CHANNEL" }) { totalCount }
    b: allMeans(condition: { version: $version, scope: "REGION" }) { totalCount }
    c: allLaureates(condition: { version: $version, award: "TROPHY" }) { totalCount } }`,
};

/** An answer without what only its writer decides: the order of keys, and whether a decimal is a number or a text. */
export function same(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(same);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, own]) => [key, same(own)]),
    );
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}
