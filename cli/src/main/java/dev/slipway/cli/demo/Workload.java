package dev.slipway.cli.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request as a browser would send it to a workload: to the one port, with the workload's host. */
public final class Workload {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final int port;

    public Workload(int port) {
        this.port = port;
    }

    /** What a workload answered; status 0 when nobody did. */
    public record Answer(int status, String body) {}

    /** The names of workloads resolve in browsers, not in Java: so the connection goes to loopback and the host into the header. */
    public Answer get(String host, String path) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.0\r\nHost: " + host + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException _) {
            return new Answer(0, "");
        }
    }

    private static Answer answer(String response) {
        String[] parts = response.split("\r\n\r\n", 2);
        String[] statusLine = parts[0].split(" ", 3);
        int status = statusLine.length > 1 ? Integer.parseInt(statusLine[1]) : 0;
        return new Answer(status, parts.length > 1 ? parts[1] : "");
    }
}
