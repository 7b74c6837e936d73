import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A WebSocket (RFC 6455) at /echo that says back what it hears. The JDK's HTTP server knows no WebSockets, so this listens in
 * front of it and passes everything else on, one request per connection.
 */
final class Echo {

    private static final Pattern KEY = Pattern.compile("(?im)^Sec-WebSocket-Key: *(\\S+)");
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int LONGEST_HEAD = 16_384;
    private static final int TWO_BYTES_OF_LENGTH = 126;
    private static final int EIGHT_BYTES_OF_LENGTH = 127;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xa;

    private final ServerSocket listener;
    private final int service;

    /** @param service the port that everything else is passed on to */
    Echo(int port, int service) throws IOException {
        this.listener = new ServerSocket(port);
        this.service = service;
    }

    int port() {
        return listener.getLocalPort();
    }

    void start() {
        Thread.ofPlatform().name("echo").daemon().start(this::accept);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                System.err.println("A connection could not be accepted: " + e.getMessage());
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            String head = head(in);
            Matcher key = KEY.matcher(head);
            if (head.startsWith("GET /echo ") && key.find()) {
                agree(key.group(1), client.getOutputStream());
                echo(in, client.getOutputStream());
            } else {
                passOn(head, in, client.getOutputStream());
            }
        } catch (IOException e) {
            // One side has gone away, and with it the connection.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < LONGEST_HEAD && head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void agree(String key, OutputStream out) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until the other side closes, or sends a frame of more than 64 KiB. */
    private static void echo(DataInputStream in, OutputStream out) throws IOException {
        int kind;
        do {
            int first = in.readUnsignedByte();
            int size = in.readUnsignedByte() & 0x7f;
            if (size == EIGHT_BYTES_OF_LENGTH) {
                return;
            }
            byte[] mask = new byte[4];
            byte[] payload = new byte[size == TWO_BYTES_OF_LENGTH ? in.readUnsignedShort() : size];
            in.readFully(mask);
            in.readFully(payload);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            kind = first & 0x0f;
            if (kind != PONG) {
                send(out, kind == PING ? first & 0xf0 | PONG : first, payload);
            }
        } while (kind != CLOSE);
    }

    private static void send(OutputStream out, int first, byte[] payload) throws IOException {
        boolean isShort = payload.length < TWO_BYTES_OF_LENGTH;
        byte[] start = isShort
                ? new byte[] {(byte) first, (byte) payload.length}
                : new byte[] {
                    (byte) first, TWO_BYTES_OF_LENGTH, (byte) (payload.length >> 8), (byte) payload.length
                };
        out.write(start);
        out.write(payload);
    }

    private void passOn(String head, InputStream in, OutputStream out) throws IOException {
        try (Socket next = new Socket(InetAddress.getLoopbackAddress(), service)) {
            next.getOutputStream().write(closing(head));
            Thread.ofVirtual().start(() -> copy(in, next));
            InputStream answer = new BufferedInputStream(next.getInputStream());
            out.write(closing(head(answer)));
            answer.transferTo(out);
        }
    }

    /** A head that says that its connection ends with it, so that nobody sends the next request on one about to be closed. */
    private static byte[] closing(String head) {
        return head.replaceAll("(?im)^Connection:.*\r\n", "")
                .replaceFirst("\r\n", "\r\nConnection: close\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void copy(InputStream in, Socket next) {
        try {
            in.transferTo(next.getOutputStream());
        } catch (IOException e) {
            // The answer has come without the rest of the request.
        }
    }
}
