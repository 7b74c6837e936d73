package dev.slipway.delivery.probes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.slipway.delivery.objects.Json;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One question to a process, of each kind. */
class ProbeCheckTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final ProbeClients clients = new ProbeClients();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void takesTwoHundredsAndRedirectsForAnAnswer() throws Exception {
        HttpServer server = HttpServer.create(loopback(), 0);
        serve(server, "/ready", 204);
        serve(server, "/moved", 302);
        serve(server, "/broken", 500);
        server.start();

        int port = server.getAddress().getPort();
        assertThat(failure("'httpGet': {'path': '/ready', 'port': 'http'}", port))
                .isEmpty();
        assertThat(failure("'httpGet': {'path': 'moved', 'port': 'http'}", port))
                .isEmpty();
        assertThat(failure("'httpGet': {'path': '/broken', 'port': 'http'}", port))
                .contains("GET /broken answered 500");
        server.stop(0);
    }

    @Test
    void takesAnyCertificate() throws Exception {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        serve(server, "/ready", 200);
        server.start();

        int port = server.getAddress().getPort();
        assertThat(failure("'httpGet': {'scheme': 'HTTPS', 'path': '/ready', 'port': 'http'}", port))
                .isEmpty();
        assertThat(failure("'httpGet': {'scheme': 'HTTPS', 'path': '/none', 'port': 'http'}", port))
                .contains("GET /none answered 404");
        server.stop(0);
    }

    @Test
    void connectsToATcpPort() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThat(failure("'tcpSocket': {'port': 'http'}", port)).isEmpty();
        }
        assertThat(failure("'tcpSocket': {'port': 'http'}", port)).contains("nothing listens on its port");
    }

    @Test
    void saysWhichPortIsNotDeclared() {
        assertThat(failure("'tcpSocket': {'port': 'admin'}", 1)).contains("the container declares no port \"admin\"");
    }

    @Test
    void saysWhyACommandFailed() {
        assertThat(failure("'exec': {'command': ['check']}", 1)).contains("check failed");
    }

    private static void serve(HttpServer server, String path, int status) {
        HttpHandler handler = exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals(path) ? status : 404, -1);
            exchange.close();
        };
        server.createContext(path, handler);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private SSLContext selfSigned() throws Exception {
        Path file = directory.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command =
                List.of(keytool, "-genkeypair", "-keyalg", "EC", "-dname", "CN=somebody else", "-storetype", "PKCS12");
        List<String> whole = new java.util.ArrayList<>(command);
        whole.addAll(List.of("-keystore", file.toString(), "-storepass", new String(PASSWORD)));
        assertThat(new ProcessBuilder(whole).inheritIO().start().waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            keys.load(content, PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private Optional<String> failure(String probe, int port) {
        return new ProbeCheck(
                        Json.read(("{'timeoutSeconds': 60, " + probe + "}").replace('\'', '"')),
                        new OnePort(port),
                        clients)
                .failure();
    }

    /** A container with one port. */
    record OnePort(int port) implements ProbeTarget {

        @Override
        public Optional<Integer> hostPort(String name) {
            return name.equals("http") ? Optional.of(port) : Optional.empty();
        }

        @Override
        public Optional<String> execute(List<String> command, Duration timeout) {
            return Optional.of(String.join(" ", command) + " failed");
        }
    }
}
