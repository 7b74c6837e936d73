#!/usr/bin/env bash
# Measures starts and memory: from the command to the first page, on fresh data and on the same again; then the resident
# memory of Slipway and PostgreSQL after a pause. Usage: bench/startup.sh [later starts, default 3]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/slipway-startup.XXXXXX")
port=${SLIPWAY_BENCH_PORT:-17070}
pid=
stop() {
  [ -z "$pid" ] || { kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; pid=; }
}
trap 'stop; rm -rf "$work"' EXIT
export SLIPWAY_HOME=$work/home
"$root/slipway" build

# first_page: seconds until the portal answers with something else than "starting".
start() {
  local name=$1 began now status
  began=$(date +%s%N)
  "$root/slipway" up --data "$work/data" --port "$port" --sample >"$work/$name.log" 2>&1 &
  pid=$!
  while :; do
    status=$(curl -s -o /dev/null -w '%{http_code}' -H "Host: localhost" "http://127.0.0.1:$port/sign-in" || true)
    case $status in 000 | 503) ;; *) break ;; esac
    kill -0 "$pid" 2>/dev/null || { cat "$work/$name.log"; exit 1; }
    now=$(date +%s%N)
    [ $((now - began)) -lt 120000000000 ] || { echo "no page within two minutes"; cat "$work/$name.log"; exit 1; }
    sleep 0.02
  done
  now=$(date +%s%N)
  awk -v name="$name" -v ns=$((now - began)) -v status="$status" -v cpu="$(ps -o cputimes= -p "$pid")" \
    'BEGIN { printf "%-8s first page after %5.2f s (status %s, %d s of CPU)\n", name, ns / 1e9, status, cpu }'
}

resident() { awk '/^Rss:/ { sum += $2 } END { print int(sum / 1024) }' "$1" 2>/dev/null || echo 0; }
proportional() { awk '/^Pss:/ { sum += $2 } END { print int(sum / 1024) }' "$1" 2>/dev/null || echo 0; }

memory() {
  local jvm postgres=0 each leader
  sleep 10
  jvm=$(resident "/proc/$pid/smaps_rollup")
  leader=$(head -n 1 "$work/data/postgres/postmaster.pid")
  # Its processes share their buffers: proportional shares, so that those count once.
  for each in "$leader" $(pgrep -P "$leader"); do
    postgres=$((postgres + $(proportional "/proc/$each/smaps_rollup")))
  done
  echo "memory   Slipway $jvm MB, PostgreSQL $postgres MB, together $((jvm + postgres)) MB"
}

start first
stop
for i in $(seq "${1:-3}"); do
  start "later-$i"
  [ "$i" = "${1:-3}" ] && memory
  stop
done
