package id.jangkau.app.lock

import android.os.Build
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import android.util.AtomicFile
import id.jangkau.app.platform.AboveFloor
import id.jangkau.source.FieldFailure
import java.io.File
import java.security.GeneralSecurityException
import java.security.KeyStore
import java.security.ProviderException
import java.security.SecureRandom
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/**
 * Wraps the file's key with a key that never leaves the Android Keystore; the wrapped bytes lie in [dir].
 *
 * It asks for no unlocked screen, since a session may start while the tablet lies in a bag. A lost Keystore key gives
 * [FieldFailure.WrongKey]: the file stays, and the office can open it with the recovery key.
 */
class KeystoreVault(private val dir: File) : KeyVault {
    private val file = AtomicFile(File(dir, "file-key"))

    override fun fileKey(): ByteArray = try {
        if (file.baseFile.exists()) unwrap(file.readFully()) else create()
    } catch (lost: GeneralSecurityException) {
        throw FieldFailure.WrongKey().apply { initCause(lost) }
    } catch (lost: ProviderException) {
        throw FieldFailure.WrongKey().apply { initCause(lost) }
    }

    private fun create(): ByteArray {
        val key = ByteArray(KEY_BYTES).also(SecureRandom()::nextBytes)
        val cipher = Cipher.getInstance(CIPHER).apply { init(Cipher.ENCRYPT_MODE, makeWrapper()) }
        val wrapped = cipher.iv + cipher.doFinal(key)
        dir.mkdirs()
        val out = file.startWrite()
        out.write(wrapped)
        file.finishWrite(out)
        return key
    }

    private fun unwrap(wrapped: ByteArray): ByteArray {
        val wrapper = KeyStore.getInstance(STORE).apply { load(null) }.getKey(ALIAS, null)
            ?: throw FieldFailure.WrongKey()
        val cipher = Cipher.getInstance(CIPHER)
        cipher.init(Cipher.DECRYPT_MODE, wrapper, GCMParameterSpec(TAG_BITS, wrapped, 0, IV_BYTES))
        return cipher.doFinal(wrapped, IV_BYTES, wrapped.size - IV_BYTES)
    }

    /** A chip of its own where there is one, else the system's Keystore. */
    private fun makeWrapper(): SecretKey {
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) StrongBox28.make(spec())?.let { return it }
        return generate(spec().build())
    }

    private fun spec() = KeyGenParameterSpec.Builder(
        ALIAS,
        KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT,
    )
        .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
        .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
        .setKeySize(KEY_BYTES * Byte.SIZE_BITS)

    companion object {
        private const val ALIAS = "jangkau-file"
        private const val STORE = "AndroidKeyStore"
        private const val CIPHER = "AES/GCM/NoPadding"
        private const val KEY_BYTES = 32
        private const val IV_BYTES = 12
        private const val TAG_BITS = 128

        internal fun generate(spec: KeyGenParameterSpec): SecretKey =
            KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).apply { init(spec) }.generateKey()
    }
}

@AboveFloor
private object StrongBox28 {
    fun make(spec: KeyGenParameterSpec.Builder): SecretKey? = try {
        KeystoreVault.generate(spec.setIsStrongBoxBacked(true).build())
    } catch (expectedWithoutChip: ProviderException) {
        null
    }
}
