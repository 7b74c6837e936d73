package dev.slipway.cli.demo;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * One text over a WebSocket (RFC 6455), and what comes back. The JDK's client takes no other Host than the one that it
 * connects to, and a workload's name does not resolve in Java.
 */
public final class EchoCall {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int LONGEST_TEXT = 125;
    private static final int LAST_TEXT_FRAME = 0x81;
    private static final int MASKED = 0x80;

    private final int port;
    private final SecureRandom random = new SecureRandom();

    /** @param port on loopback */
    public EchoCall(int port) {
        this.port = port;
    }

    /**
     * @param text at most 125 bytes
     * @return what came back in one text frame, or why nothing did
     */
    public String say(String host, String path, String text) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String key = Base64.getEncoder().encodeToString(bytes(16));
            ask(socket.getOutputStream(), host, path, key);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            String head = head(in);
            if (!head.startsWith("HTTP/1.1 101 ") || !head.contains(accepted(key))) {
                return "no WebSocket: " + head.lines().findFirst().orElse("");
            }
            send(socket.getOutputStream(), text.getBytes(StandardCharsets.UTF_8));
            return receive(in);
        } catch (IOException e) {
            return "no answer: " + e;
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void ask(OutputStream out, String host, String path, String key) throws IOException {
        out.write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + key + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the connection ended");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Proves that the other side speaks WebSocket and saw this very request. */
    private static String accepted(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(OutputStream out, byte[] text) throws IOException {
        if (text.length > LONGEST_TEXT) {
            throw new IllegalArgumentException("A text of " + text.length + " bytes; at most " + LONGEST_TEXT + ".");
        }
        byte[] mask = bytes(4);
        byte[] masked = text.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= mask[i % mask.length];
        }
        out.write(new byte[] {(byte) LAST_TEXT_FRAME, (byte) (MASKED | text.length)});
        out.write(mask);
        out.write(masked);
        out.flush();
    }

    private static String receive(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        byte[] text = new byte[in.readUnsignedByte()];
        in.readFully(text);
        return first == LAST_TEXT_FRAME
                ? new String(text, StandardCharsets.UTF_8)
                : "another frame than a text: " + Integer.toHexString(first);
    }
}
