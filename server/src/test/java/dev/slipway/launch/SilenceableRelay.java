package dev.slipway.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Hands on what both sides say, until it is silenced: then it takes everything and hands on nothing. */
final class SilenceableRelay implements AutoCloseable {

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int exit;
    private volatile boolean silent;

    SilenceableRelay(int exit) throws IOException {
        this.exit = exit;
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void silence() {
        silent = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket in = entrance.accept();
                Socket out = new Socket(InetAddress.getLoopbackAddress(), exit);
                Thread.startVirtualThread(() -> handOn(in, out));
                Thread.startVirtualThread(() -> handOn(out, in));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void handOn(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                if (!silent) {
                    out.write(some, 0, read);
                    out.flush();
                }
            }
        } catch (IOException _) {
            // One side has gone, and so does the other.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
