package id.jangkau.app

import com.sun.net.httpserver.HttpServer
import java.io.File
import java.net.InetAddress
import java.net.InetSocketAddress

/** A server that knows one answer: the stored enrolment answer of the first protocol version. */
class GoldenOffice : AutoCloseable {
    /** Whether codes are refused. */
    var refuses = false

    private val golden = File(System.getProperty("jangkau.android"), "../sync-protocol/tests/golden/v1")
    private val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0).apply {
        createContext("/") { exchange ->
            exchange.requestBody.readBytes()
            val known = exchange.requestURI.path == "/sync/v1/enrol" && !refuses
            val body = File(golden, if (known) "enrol_answer.bin" else "error_answer.bin").readBytes()
            exchange.sendResponseHeaders(if (known) 200 else 400, body.size.toLong())
            exchange.responseBody.use { it.write(body) }
        }
        start()
    }

    /** Where it listens. */
    val address = "http://127.0.0.1:${server.address.port}"

    override fun close() = server.stop(0)
}
