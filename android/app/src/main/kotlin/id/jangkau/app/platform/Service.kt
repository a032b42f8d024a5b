package id.jangkau.app.platform

import android.content.Context

/** Returns a service of the system that every tablet has. */
inline fun <reified T : Any> Context.service(): T = checkNotNull(getSystemService(T::class.java)) { T::class.java.name }
