#!/bin/sh
set -eu
mkdir -p /data/logs
until nc -z db 5432; do sleep 1; done
export JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75"
exec java -jar /app/app.jar --server.port=8080 "$@"
