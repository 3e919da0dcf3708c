curl --silent --fail-with-body "https://barometre.example.org/graphql" \
  --header "content-type: application/json" \
  --data '{ "query": "query Palmares { edition(year: 2022) { year version trophies(first: 20) { nodes { categoryLabel laureates(first: 5) { nodes { name } } } } } }" }'
