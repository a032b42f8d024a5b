package androidx.test.runner.lifecycle;

/** Holds the activity monitor of a Robolectric sandbox. */
public final class ActivityLifecycleMonitorRegistry {
    private static ActivityLifecycleMonitor monitor;

    private ActivityLifecycleMonitorRegistry() {}

    /** Keeps the monitor of this sandbox. */
    public static void registerInstance(ActivityLifecycleMonitor monitorOfSandbox) {
        monitor = monitorOfSandbox;
    }

    /** Returns the monitor of this sandbox. */
    public static ActivityLifecycleMonitor getInstance() {
        return monitor;
    }
}
