plugins {
    id("com.android.application")
    id("org.jetbrains.kotlin.android")
}

android {
    namespace = "id.jangkau.app"
    compileSdk = 35

    defaultConfig {
        applicationId = "id.jangkau.app"
        minSdk = 26
        targetSdk = 35
        versionCode = 1
        versionName = "0.1.0"
        // Cheap tablets run 32-bit Android even on 64-bit chips.
        ndk { abiFilters += listOf("arm64-v8a", "armeabi-v7a") }
    }

    sourceSets["main"].kotlin.setSrcDirs(
        listOf(
            "src/main/kotlin",
            "../core-api/src/main/kotlin",
            "../core-uniffi/src/main/kotlin",
            "build/uniffi",
        ),
    )
    // Made by scripts/cargo-ndk.sh.
    sourceSets["main"].jniLibs.setSrcDirs(listOf("build/jniLibs"))

    buildTypes {
        release {
            isMinifyEnabled = true
            isShrinkResources = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "proguard-rules.pro")
        }
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_1_8
        targetCompatibility = JavaVersion.VERSION_1_8
    }
    kotlinOptions { jvmTarget = "1.8" }
}

dependencies {
    implementation("net.java.dev.jna:jna:5.19.1@aar")
    implementation("io.nayuki:qrcodegen:1.8.0")
}
