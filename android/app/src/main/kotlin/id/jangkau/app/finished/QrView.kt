package id.jangkau.app.finished

import android.content.Context
import android.graphics.Canvas
import android.graphics.Paint
import android.view.View
import id.jangkau.app.R
import id.jangkau.app.kit.pad
import id.jangkau.app.kit.px
import id.jangkau.app.kit.tone
import io.nayuki.qrcodegen.QrCode

/** The registration number alone as a QR code, black on white in the dark too. */
class QrView(context: Context) : View(context) {
    private val ink = Paint().apply { color = context.tone(R.color.qr_ink) }
    private var code: QrCode? = null

    init {
        setBackgroundResource(R.drawable.qr_ground)
        pad(R.dimen.space_3)
    }

    /** Draws another number. */
    fun show(number: String) {
        code = QrCode.encodeText(number, QrCode.Ecc.MEDIUM)
        contentDescription = context.getString(R.string.qr_of, number)
        invalidate()
    }

    override fun onMeasure(widthMeasureSpec: Int, heightMeasureSpec: Int) {
        val side = context.px(R.dimen.qr)
        setMeasuredDimension(side, side)
    }

    override fun onDraw(canvas: Canvas) {
        val code = code ?: return
        // Whole pixels a module, so that every scanner sees sharp edges.
        val module = (width - paddingLeft - paddingRight) / code.size
        val edge = (width - module * code.size) / 2
        for (y in 0 until code.size) {
            for (x in 0 until code.size) {
                if (!code.getModule(x, y)) continue
                val (left, top) = (edge + x * module).toFloat() to (edge + y * module).toFloat()
                canvas.drawRect(left, top, left + module, top + module, ink)
            }
        }
    }
}
