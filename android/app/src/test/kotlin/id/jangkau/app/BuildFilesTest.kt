package id.jangkau.app

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import java.io.File

/** The two builds of the same sources say the same: Maven, which the check runs, and Gradle, which users run. */
class BuildFilesTest {
    private val android = File(System.getProperty("jangkau.android"))
    private val pom = android.resolve("pom.xml").readText()
    private val gradle = android.resolve("app/build.gradle.kts").readText()
    private val settings = android.resolve("settings.gradle.kts").readText()

    @Test
    fun `levels and version are the same`() {
        assertEquals(maven("android.minSdk"), gradle("minSdk"))
        assertEquals(maven("android.targetSdk"), gradle("targetSdk"))
        assertEquals(maven("android.versionCode"), gradle("versionCode"))
        assertEquals(first(pom, "<version>(.*?)</version>"), first(gradle, "versionName = \"(.*?)\""))
        assertEquals(maven("kotlin.compiler.jvmTarget"), first(gradle, "jvmTarget = \"(.*?)\""))
        val compiled = maven("framework.version").substringBefore('-') to gradle("compileSdk")
        assertEquals("Android 15 is API 35", "15" to "35", compiled)
    }

    @Test
    fun `Kotlin and the libraries are the same`() {
        assertEquals(maven("kotlin.version"), first(settings, "kotlin.android\"\\) version \"(.*?)\""))
        val used = Regex("implementation\\(\"(.*?)\"\\)").findAll(gradle).map { it.groupValues[1] }.toSet()
        val (jna, qr) = maven("jna.version") to maven("qrcodegen.version")
        assertEquals(setOf("net.java.dev.jna:jna:$jna@aar", "io.nayuki:qrcodegen:$qr"), used)
    }

    @Test
    fun `Gradle compiles every source that Maven compiles, and the bindings`() {
        val named = first(gradle, "kotlin.setSrcDirs\\(\\s*listOf\\(([^)]*)\\)")
        val folders = Regex("\"(.*?)\"").findAll(named).map { it.groupValues[1] }.toSet()
        assertEquals(
            setOf("src/main/kotlin", "../core-api/src/main/kotlin", "../core-uniffi/src/main/kotlin", "build/uniffi"),
            folders,
        )
        folders.filter { "build" !in it }.forEach { assertTrue(it, android.resolve("app").resolve(it).isDirectory) }
        assertTrue(android.resolve("scripts/cargo-ndk.sh").readText().contains("android/app/build/uniffi"))
        assertTrue("both builds share the one manifest", "manifest.srcFile" !in gradle)
    }

    @Test
    fun `the app asks for three permissions and nothing else`() {
        val manifest = android.resolve("app/src/main/AndroidManifest.xml").readText()
        val asked = Regex("uses-permission android:name=\"android.permission.(.*?)\"").findAll(manifest)
        assertEquals(
            setOf("INTERNET", "ACCESS_NETWORK_STATE", "RECEIVE_BOOT_COMPLETED"),
            asked.map { it.groupValues[1] }.toSet(),
        )
    }

    @Test
    fun `one file knows the bindings, and nothing knows androidx`() {
        val sources = listOf("core-api", "core-uniffi", "app").map { android.resolve("$it/src/main/kotlin") }
            .flatMap { it.walk() }.filter { it.extension == "kt" }
        val knowing = sources.filter { "id.jangkau.core." in it.readText() }
        assertEquals(listOf("RustCore.kt"), knowing.map { it.name })
        sources.forEach { assertFalse(it.name, "androidx." in it.readText()) }
    }

    @Test
    fun `both languages have the same words`() {
        val (english, indonesian) = listOf("values", "values-in").map { folder ->
            Regex("<(?:string|plurals|string-array) name=\"(.*?)\"(.*?)>")
                .findAll(android.resolve("app/src/main/res/$folder/strings.xml").readText())
                .filter { "translatable=\"false\"" !in it.groupValues[2] }
                .map { it.groupValues[1] }.toSet()
        }
        assertEquals(english, indonesian)
    }

    private fun maven(property: String) = first(pom, "<$property>(.*?)</$property>")

    private fun gradle(name: String) = first(gradle, "\\b$name = (\\d+)")

    private fun first(text: String, pattern: String): String =
        checkNotNull(Regex(pattern).find(text)) { "nothing fits $pattern" }.groupValues[1]
}
