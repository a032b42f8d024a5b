package androidx.test.runner.lifecycle;

import android.app.Activity;
import java.util.Collection;

/** Tells where each activity stands. */
public interface ActivityLifecycleMonitor {
    /** Returns the stage of an activity. */
    Stage getLifecycleStageOf(Activity activity);

    /** Returns the activities that stand in a stage. */
    Collection<Activity> getActivitiesInStage(Stage stage);
}
