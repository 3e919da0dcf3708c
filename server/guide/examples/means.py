# The overall mean of each edition, with nothing but Python itself. Run: python3 means.py
import json
import os
import urllib.request

API = "https://barometre.example.org/graphql"
QUERY = """query Editions {
  editions(first: 50) {
    nodes { year overall { figure { __typename ... on Told { value structureCount } ... on Withheld { reason } } } }
  }
}"""

headers = {"content-type": "application/json"}
if token := os.environ.get("BAROMETRE_TOKEN"):  # none is needed to read what is public
    headers["authorization"] = f"Bearer {token}"
request = urllib.request.Request(API, json.dumps({"query": QUERY}).encode(), headers)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)

for edition in answer["data"]["editions"]["nodes"]:
    overall = edition["overall"]
    figure = overall and overall["figure"]
    print(edition["year"], figure["value"] if figure and figure["__typename"] == "Told" else "-")
