package id.jangkau.app.kit

import android.content.Context
import android.view.View
import android.view.ViewGroup
import id.jangkau.app.R

/** Lays its children in lines and begins a new one where they no longer fit: chips, badges, buttons. */
class Flow(context: Context) : ViewGroup(context) {
    private val gap = context.px(R.dimen.space_2)

    override fun onMeasure(widthMeasureSpec: Int, heightMeasureSpec: Int) {
        val width = MeasureSpec.getSize(widthMeasureSpec)
        children().forEach {
            it.measure(
                MeasureSpec.makeMeasureSpec(width - paddingLeft - paddingRight, MeasureSpec.AT_MOST),
                MeasureSpec.makeMeasureSpec(0, MeasureSpec.UNSPECIFIED),
            )
        }
        val bottom = place(width) { _, _, _ -> }
        setMeasuredDimension(width, resolveSize(bottom, heightMeasureSpec))
    }

    override fun onLayout(changed: Boolean, left: Int, top: Int, right: Int, bottom: Int) {
        place(right - left) { child, x, y -> child.layout(x, y, x + child.measuredWidth, y + child.measuredHeight) }
    }

    private fun place(width: Int, put: (View, Int, Int) -> Unit): Int {
        var x = paddingLeft
        var y = paddingTop
        var high = 0
        for (child in children()) {
            if (x > paddingLeft && x + child.measuredWidth > width - paddingRight) {
                x = paddingLeft
                y += high + gap
                high = 0
            }
            put(child, x, y)
            x += child.measuredWidth + gap
            high = maxOf(high, child.measuredHeight)
        }
        return y + high + paddingBottom
    }

    private fun children() = (0 until childCount).map(::getChildAt).filter { it.visibility != GONE }
}
