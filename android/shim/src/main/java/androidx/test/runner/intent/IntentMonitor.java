package androidx.test.runner.intent;

/** Only its type is asked for. */
public interface IntentMonitor {}
