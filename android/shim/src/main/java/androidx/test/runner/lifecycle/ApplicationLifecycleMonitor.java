package androidx.test.runner.lifecycle;

/** Only its type is asked for. */
public interface ApplicationLifecycleMonitor {}
