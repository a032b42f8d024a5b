#!/usr/bin/env bash
# Builds the core for tablets and its Kotlin bindings, where Gradle looks for them. Needs the NDK (r28 or newer),
# `cargo install cargo-ndk@4.1.2` and the two Rust targets.
set -euo pipefail
cd "$(dirname "$0")/../.."

rustup target add aarch64-linux-android armv7-linux-androideabi
# 16 KB pages: r28 links so by itself, and cargo-ndk sees to it for older ones.
cargo ndk -t arm64-v8a -t armeabi-v7a -P 26 -o android/app/build/jniLibs \
  build --release --package jangkau-device

# Bindings come from the host build: the release library is stripped of what they are made from.
cargo build --package jangkau-device --package jangkau-bindgen
target=${CARGO_TARGET_DIR:-target}/debug
rm -rf android/app/build/uniffi
"$target/uniffi-bindgen" generate --language kotlin --no-format --out-dir android/app/build/uniffi "$target/libjangkau_device.so"
