#!/usr/bin/env bash
# Stands in for a C compiler, archiver and indexer while `cargo check` looks at types for Android alone:
# it makes empty files where C libraries would be compiled. What comes out can never be linked or shipped.
set -euo pipefail

preprocess=false
output=
previous=
for argument in "$@"; do
  case $argument in
    -E) preprocess=true ;;
    *.a) [ -n "$output" ] || output=$argument ;;
  esac
  [ "$previous" = -o ] && output=$argument
  previous=$argument
done

if $preprocess; then
  # Build scripts read constants out of headers: those of this machine will do.
  plain=()
  for argument in "$@"; do
    case $argument in
      --target=* | -m* | -f* | -g* | --sysroot=*) ;;
      *) plain+=("$argument") ;;
    esac
  done
  exec cc "${plain[@]}"
fi
[ -z "$output" ] || : >"$output"
