#!/usr/bin/env bash
# Runs one phase of the walk in the views, against a running server, without building anything.
#   walk.sh record|correct|look FOLDER-OF-THE-TABLET FOLDER-FOR-PICTURES [-Djangkau.walk.server=… -Djangkau.walk.code=… …]
# Build first: mvn -B -f android/pom.xml test-compile   (cargo build of the core before that)
set -euo pipefail
android=$(cd "$(dirname "$0")" && pwd)
phase=$1 tablet=$2 pictures=$3
shift 3

target=$android/app/target
exec java -Xmx1g \
  -Drobolectric.offline=true -Drobolectric.dependency.dir="$target/robolectric" -Drobolectric.graphicsMode=NATIVE \
  -Dorg.robolectric.packagesToNotAcquire=id.jangkau.core \
  -Djna.library.path="${CARGO_TARGET_DIR:-$android/../target}/debug" -Djangkau.android="$android" \
  -Djangkau.walk.phase="$phase" -Djangkau.walk.dir="$tablet" -Djangkau.walk.out="$pictures" "$@" \
  -cp "$target/test-classes:$target/classes:$(cat "$target/test.classpath")" \
  org.junit.runner.JUnitCore id.jangkau.app.walk.WalkTest
