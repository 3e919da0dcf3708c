#!/bin/sh
# Makes the clone ready to run: installs what is missing, and refuses a Node that is too old, each in one sentence.
# Every npm script begins with it; when there is nothing to do it takes a few hundredths of a second.
cd "$(dirname "$0")/.." || exit 1

# The stamp is ours and comes last, so that an interrupted install is redone. `npm ci` would be stricter, but fails
# on mirrors that lack the optional packages of other platforms. Vite and Biome are needed in production too, once.
if ! [ package-lock.json -ot node_modules/.ready ]; then
  echo 'Installing what Baromètre needs: about a minute, this first time only.' >&2
  npm install --include=dev --no-audit --no-fund --loglevel=error >&2 && touch node_modules/.ready || {
    echo 'The installation did not finish: read the message above, then run the same command again.' >&2
    exit 1
  }
fi

# npm put node_modules/.bin first in PATH: this is the Node the project carries, else the one of the machine.
node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
  process.exit(major > 22 || (major === 22 && minor >= 17) ? 0 : 1)' || {
  echo "Baromètre needs Node 22.17 or newer, and carries none for this machine: install one (it has $(node --version))." >&2
  exit 1
}
