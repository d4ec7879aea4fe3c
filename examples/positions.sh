#!/usr/bin/env bash
# Who stands where on one axis: a line a company, with its best claim and where it stands.
#
# usage: examples/positions.sh AXIS [PATH…]
#    as: examples/positions.sh compute-resale articles/
#
# Reads the JSON of `stratscan overview` (docs/json.md) with jq.
set -euo pipefail

axis=${1:?name an axis; stratscan axes lists them}
shift

stratscan overview --axis "$axis" --format json "$@" | jq --raw-output '
  .companies[]
  | .name as $name
  | .cells[]
  | [ $name,
      ([.positions[] | select(.leads) | .label] | if . == [] then "no clear position" else join(" and ") end),
      "\(.claims) claim\(if .claims == 1 then "" else "s" end)",
      "\(.evidence[0].path):\(.evidence[0].line)",
      .evidence[0].quote ]
  | @tsv'
