#!/usr/bin/env bash
# Reads an APK back: signature, alignment, manifest, dex, ABIs. Ends with 1 at the first thing that is not as it should be.
#   apk-check.sh FILE.apk
set -euo pipefail
cd "$(dirname "$0")"
apk=$1
aapt2=app/target/aapt/prebuilt/linux/aapt2
seen=$(mktemp -d)
trap 'rm -rf "$seen"' EXIT

fail() {
  echo "the APK is not right: $1" >&2
  exit 1
}
pom() { sed -n "s|.*<$1>\(.*\)</$1>.*|\1|p" pom.xml | head -1; }

zipalign -c -p 4 "$apk" || fail "not aligned"
apksigner verify --verbose --min-sdk-version "$(pom android.minSdk)" "$apk" >"$seen/signature" || fail "signature"
grep -q "v2 scheme (APK Signature Scheme v2): true" "$seen/signature" || fail "no v2 signature"
grep -q "v3 scheme (APK Signature Scheme v3): true" "$seen/signature" || fail "no v3 signature"

"$aapt2" dump badging "$apk" >"$seen/badging" || fail "manifest"
grep -q "^package: name='id.jangkau.app' versionCode='$(pom android.versionCode)'" "$seen/badging" || fail "name or version"
grep -qE "^(min)?[sS]dkVersion:'$(pom android.minSdk)'" "$seen/badging" || fail "minSdk"
grep -q "^targetSdkVersion:'$(pom android.targetSdk)'" "$seen/badging" || fail "targetSdk"
grep -q "^launchable-activity: name='id.jangkau.app.MainActivity'" "$seen/badging" || fail "nothing to start"
permissions=$(sed -n "s/^uses-permission: name='android.permission.\(.*\)'.*/\1/p" "$seen/badging" | sort | tr '\n' ' ')
[ "$permissions" = "ACCESS_NETWORK_STATE INTERNET RECEIVE_BOOT_COMPLETED " ] || fail "permissions: $permissions"

# ART's own verifier reads every structure of the dex; the app, its bindings and JNA must be in it.
unzip -qo "$apk" 'classes*.dex' -d "$seen"
for dex in "$seen"/classes*.dex; do
  dexdump "$dex" >>"$seen/classes" || fail "$(basename "$dex") is damaged"
done
for class in id/jangkau/app/MainActivity id/jangkau/uniffi/RustCore id/jangkau/core/FieldApp com/sun/jna/Native; do
  grep -q "Class descriptor  : 'L$class;'" "$seen/classes" || fail "no $class"
done

# Each ABI that has the core has JNA's half too, and no other ABI stands there.
unzip -Z1 "$apk" | sed -n 's|^lib/||p' | sort >"$seen/libraries"
for library in $(cat "$seen/libraries"); do
  case $library in
    arm64-v8a/libjangkau_device.so | armeabi-v7a/libjangkau_device.so) other=libjnidispatch.so ;;
    arm64-v8a/libjnidispatch.so | armeabi-v7a/libjnidispatch.so) other=libjangkau_device.so ;;
    *) fail "unknown library $library" ;;
  esac
  grep -qx "${library%/*}/$other" "$seen/libraries" || fail "$library without $other"
done

classes=$(grep -c "Class descriptor" "$seen/classes")
echo "$(stat -c %s "$apk") bytes, $classes classes, signed (v2, v3), aligned; libraries: $(tr '\n' ' ' <"$seen/libraries")"
grep -E "^(package|minSdkVersion|sdkVersion|targetSdkVersion|uses-permission)" "$seen/badging"
[ -s "$seen/libraries" ] || echo "without the core: scripts/cargo-ndk.sh builds it with the NDK"
