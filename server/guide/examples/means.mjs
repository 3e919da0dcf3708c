// Every mean of an edition, page by page. Run: node means.mjs
const api = 'https://barometre.example.org/graphql';
const query = `query Means($after: String) {
  edition(year: 2022) {
    means(first: 50, after: $after) {
      nodes {
        label
        figure { __typename ... on Told { value structureCount } ... on Withheld { reason } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
const token = process.env.BAROMETRE_TOKEN; // none is needed to read what is public

let after = null;
do {
  const response = await fetch(api, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables: { after } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors.map(({ extensions }) => extensions.code).join());
  const { nodes, pageInfo } = data.edition.means;
  for (const { label, figure } of nodes)
    console.log(label, figure.__typename === 'Told' ? `${figure.value} (${figure.structureCount})` : figure.reason);
  after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
} while (after);
