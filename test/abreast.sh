#!/bin/sh
# Runs commands side by side, `sh abreast.sh 'one' 'another'`: shows what each said once all have ended, in the order they
# were given, and fails if one did.
said=$(mktemp -d) || exit 1
trap 'rm -rf "$said"' EXIT
trap 'exit 130' INT TERM
number=0
for command; do
  number=$((number + 1))
  { sh -c "$command" >"$said/$number" 2>&1 || touch "$said/failed"; } &
done
wait
cat "$said"/[0-9]*
[ ! -e "$said/failed" ]
