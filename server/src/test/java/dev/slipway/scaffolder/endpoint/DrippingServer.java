package dev.slipway.scaffolder.endpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** Answers with some text, and then with one byte after the other for as long as somebody listens. */
final class DrippingServer implements AutoCloseable {

    private static final long BETWEEN_NANOS = 20_000_000;

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    DrippingServer(String beginning) throws IOException {
        Thread.startVirtualThread(() -> serve(beginning));
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve(String beginning) {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                OutputStream out = client.getOutputStream();
                out.write(beginning.getBytes(StandardCharsets.US_ASCII));
                while (!socket.isClosed()) {
                    out.write('x');
                    out.flush();
                    LockSupport.parkNanos(BETWEEN_NANOS);
                }
            } catch (IOException _) { // whoever listened has gone
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
