#!/usr/bin/env bash
# Records what kubectl kustomize 5.5 prints for the documents of the tests: all of them, or those named.
set -eu
cd "$(dirname "$0")/src/test/resources/dev/slipway/kustomize/documents"
kubectl version --client | grep -q 'Kustomize Version: v5.5' || { echo "kubectl with Kustomize 5.5 is needed."; exit 1; }
for document in "${@:-*}"; do
    for directory in $document; do
        kubectl kustomize "$directory/in" > "$directory/expected.yaml" 2> /tmp/record-errors.$$ \
            || { echo "$directory:"; cat /tmp/record-errors.$$; rm -f "$directory/expected.yaml"; }
    done
done
rm -f /tmp/record-errors.$$
