//! Generates the Kotlin bindings of the tablet core.
fn main() {
    uniffi::uniffi_bindgen_main()
}
