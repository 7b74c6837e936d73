#!/usr/bin/env bash
# Runs the catalog's benchmark in the packaged server's JVM: its jars, its flags, its ahead-of-time cache.
# Usage: bench/catalog.sh file|files ENTITIES [seconds per question]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
"$root/slipway" build
: "${JAVA_HOME:?must be a JDK 25}"
(cd "$root" && ./mvnw -q -Dquick -pl bench -am package -DskipTests -Dspotless.check.skip=true)
# The launcher's lines on flags, as a cache is bound to them.
source <(sed -n '/^vm=(/,/^cli_vm=(/p' "$root/slipway")
current=$(cd "$root/target/slipway/current" && pwd -P)
[ ! -f "$current/server.aot" ] || server_vm+=("-XX:AOTCache=$current/server.aot")
exec "$JAVA_HOME/bin/java" "${server_vm[@]}" -cp "$current/server/slipway-server.jar:$(ls "$root"/bench/target/slipway-bench-*.jar)" \
  dev.slipway.bench.catalog.CatalogBenchmark "$@"
