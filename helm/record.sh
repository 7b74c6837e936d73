#!/usr/bin/env bash
# Records again what Helm makes of the charts that the tests compare with: the cases, and the invented charts.
set -eu
cd "$(dirname "$0")/.."
export KUBECONFIG=/dev/null
${MVN:-./mvnw} -o -q -pl helm -am test -Dtest='CasesTest#recordsWhatHelmRenders,InventionsTest#recordsWhatHelmRenders' \
  -Dsurefire.failIfNoSpecifiedTests=false -Drecord=true
