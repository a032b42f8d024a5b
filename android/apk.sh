#!/usr/bin/env bash
# Makes the smoke APK: the real app as dex, aligned, signed with a key that lives in target/ alone; then reads it back.
# It proves that the app can be packaged; it holds the core only for ABIs that scripts/cargo-ndk.sh has built.
#   apk.sh            packages the app by Maven first
#   apk.sh --built    takes what `mvn -Papk verify` has left
set -euo pipefail
cd "$(dirname "$0")"

out=app/target/apk
apk=$out/jangkau-smoke.apk

[ "${1:-}" = --built ] || mvn -B -q -f pom.xml -Papk -Dkotlin.compiler.daemon=false -DskipTests package

rm -rf "$out"/{dex,jna,tree} && mkdir -p "$out"/{dex,jna,tree}
(cd "$out/jna" && jar xf ../jna.aar)

echo "dex …"
java -Xmx1500m -cp 'dexer/target/lib/*' com.android.tools.r8.D8 --release --min-api 26 \
  --lib "$(cat "$out/framework.path")" --output "$out/dex" \
  app/target/app-*.jar "$out"/lib/*.jar "$out/jna/classes.jar"

cp app/target/res/resources.ap_ "$out/unsigned.apk"
cp "$out"/dex/classes*.dex "$out/tree/"
for abi in arm64-v8a armeabi-v7a; do
  core=app/build/jniLibs/$abi/libjangkau_device.so
  [ -f "$core" ] || continue
  mkdir -p "$out/tree/lib/$abi"
  cp "$core" "$out/jna/jni/$abi/libjnidispatch.so" "$out/tree/lib/$abi/"
done
find "$out/tree" -exec touch -d @0 {} +
(cd "$out/tree" && zip -q -X -r ../unsigned.apk .)
zipalign -f -p 4 "$out/unsigned.apk" "$apk"

# A throw-away key: nobody may install this APK as an update of a real one.
rm -f "$out/throw-away.p12"
keytool -genkeypair -keystore "$out/throw-away.p12" -storepass throw-away -alias smoke -keyalg EC -groupname secp256r1 \
  -validity 30 -dname "CN=Jangkau smoke build" 2>/dev/null
apksigner sign --ks "$out/throw-away.p12" --ks-pass pass:throw-away --min-sdk-version 26 \
  --v1-signing-enabled false --v2-signing-enabled true --v3-signing-enabled true --v4-signing-enabled false "$apk"

./apk-check.sh "$apk"
