package id.jangkau.uniffi

import id.jangkau.source.ChipState
import id.jangkau.source.FieldKind
import id.jangkau.source.HitSource
import id.jangkau.source.ItemState
import id.jangkau.source.TaskKind
import org.junit.Assert.assertEquals
import org.junit.Test

class TwinTest {
    @Test
    fun `every constant of the core has its twin`() {
        assertTwins(id.jangkau.core.ChipState.entries, ChipState.entries)
        assertTwins(id.jangkau.core.TaskKind.entries, TaskKind.entries)
        assertTwins(id.jangkau.core.ItemState.entries, ItemState.entries)
        assertTwins(id.jangkau.core.HitSource.entries, HitSource.entries)
        assertTwins(id.jangkau.core.FieldKind.entries, FieldKind.entries)
    }

    private fun assertTwins(theirs: List<Enum<*>>, ours: List<Enum<*>>) =
        assertEquals(theirs.map { it.name }, ours.map { it.name })
}
