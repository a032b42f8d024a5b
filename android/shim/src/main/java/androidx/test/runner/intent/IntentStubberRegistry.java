package androidx.test.runner.intent;

/** Says that no intent is stubbed. */
public final class IntentStubberRegistry {
    private IntentStubberRegistry() {}

    /** Returns false: no test replaces the answer of an intent. */
    public static boolean isLoaded() {
        return false;
    }
}
