package com.google.android.material.button;

import android.content.Context;
import android.widget.Button;

/** The checks ask whether a view is one of these; no view of ours ever is. */
public class MaterialButton extends Button {
    /** Makes the view that nobody makes. */
    public MaterialButton(Context context) {
        super(context);
    }
}
