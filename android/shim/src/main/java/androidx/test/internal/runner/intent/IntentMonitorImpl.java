package androidx.test.internal.runner.intent;

import android.content.Intent;
import androidx.test.runner.intent.IntentMonitor;

/** Takes the intents that are started. */
public final class IntentMonitorImpl implements IntentMonitor {
    /** Takes a started intent; nobody asks for it again. */
    public void signalIntent(Intent intent) {}
}
