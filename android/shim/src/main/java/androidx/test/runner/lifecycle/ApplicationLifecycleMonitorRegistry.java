package androidx.test.runner.lifecycle;

/** Takes the application monitor of a Robolectric sandbox. */
public final class ApplicationLifecycleMonitorRegistry {
    private ApplicationLifecycleMonitorRegistry() {}

    /** Takes the monitor; nobody asks for it again. */
    public static void registerInstance(ApplicationLifecycleMonitor monitor) {}
}
