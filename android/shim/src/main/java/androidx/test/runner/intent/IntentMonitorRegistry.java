package androidx.test.runner.intent;

/** Takes the intent monitor of a Robolectric sandbox. */
public final class IntentMonitorRegistry {
    private IntentMonitorRegistry() {}

    /** Takes the monitor; nobody asks for it again. */
    public static void registerInstance(IntentMonitor monitor) {}
}
