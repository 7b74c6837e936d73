package dev.slipway.traffic.front;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Says exactly what it is told over a socket: for what a well-behaved client cannot send. */
final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader reader;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    RawClient send(String... lines) throws IOException {
        socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next line; null at the end. */
    String line() throws IOException {
        return reader.readLine();
    }

    /** Status line and headers. */
    List<String> head() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        return lines;
    }

    /** Everything until the other side closes. */
    String rest() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = line(); line != null; line = line()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
