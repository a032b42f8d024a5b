package androidx.test.platform.app;

import android.app.Instrumentation;
import android.os.Bundle;

/** Holds the one instrumentation of a Robolectric sandbox. */
public final class InstrumentationRegistry {
    private static Instrumentation current;

    private InstrumentationRegistry() {}

    /** Keeps the instrumentation of the sandbox that starts. */
    public static void registerInstance(Instrumentation instrumentation, Bundle arguments) {
        current = instrumentation;
    }

    /** Returns the instrumentation of this sandbox. */
    public static Instrumentation getInstrumentation() {
        return current;
    }
}
