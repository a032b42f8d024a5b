package androidx.test.internal.runner.lifecycle;

import android.app.Application;
import androidx.test.runner.lifecycle.ApplicationLifecycleMonitor;
import androidx.test.runner.lifecycle.ApplicationStage;

/** Takes the stages of the application. */
public final class ApplicationLifecycleMonitorImpl implements ApplicationLifecycleMonitor {
    /** Takes the stage; nobody asks for it again. */
    public void signalLifecycleChange(Application application, ApplicationStage stage) {}
}
