package id.jangkau.app.kit

import android.content.Context
import android.text.Editable
import android.text.InputType
import android.text.TextWatcher
import android.util.TypedValue
import android.view.inputmethod.EditorInfo
import android.widget.EditText
import android.widget.TextView
import id.jangkau.app.R

/** Returns a field to type into. Its text comes from a state, never from the view's own memory. */
fun Context.typingField(): EditText = EditText(this).apply {
    setBackgroundResource(R.drawable.field)
    pad(R.dimen.space_4, R.dimen.space_3)
    sizeOf(R.dimen.text_field)
    setTextColor(tone(R.color.ink))
    // Not minHeight: a single line would take that back.
    minimumHeight = px(R.dimen.field)
    isSaveEnabled = false
    imeOptions = EditorInfo.IME_ACTION_NEXT or EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING or
        EditorInfo.IME_FLAG_NO_FULLSCREEN
}

/** Makes a field one line of text with a keyboard of its own. */
fun EditText.oneLine(keyboard: Int): EditText = apply {
    inputType = InputType.TYPE_CLASS_TEXT or keyboard
    isSingleLine = true
}

/** Makes a field several lines of prose. */
fun EditText.prose(lines: Int): EditText = apply {
    inputType =
        InputType.TYPE_CLASS_TEXT or InputType.TYPE_TEXT_FLAG_CAP_SENTENCES or InputType.TYPE_TEXT_FLAG_MULTI_LINE
    minLines = lines
    gravity = android.view.Gravity.TOP
}

/** Hears every change of the text. */
fun EditText.onTyped(typed: (Editable) -> Unit) = addTextChangedListener(object : TextWatcher {
    override fun beforeTextChanged(text: CharSequence, start: Int, count: Int, after: Int) = Unit

    override fun onTextChanged(text: CharSequence, start: Int, before: Int, count: Int) = Unit

    override fun afterTextChanged(text: Editable) = typed(text)
})

/** Gives a text one of the sizes of the tablet. */
fun TextView.sizeOf(dimension: Int) = setTextSize(TypedValue.COMPLEX_UNIT_PX, resources.getDimension(dimension))
