package dev.slipway.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo's pull request adds to a service: compiled, running, asked by the demo's client and by the JDK's. */
class EchoTest {

    @TempDir
    private Path directory;

    private HttpServer service;
    private int port;

    @BeforeEach
    void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (exchange) {
                exchange.getRequestBody().transferTo(exchange.getResponseBody());
            }
        });
        service.start();
        port = startEcho(service.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private int startEcho(int behind) throws Exception {
        Path source = Files.writeString(directory.resolve("Echo.java"), EchoChange.source());
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-Xlint:all", "-Werror", "-d", directory.toString(), source.toString()))
                .isZero();
        Class<?> type = new URLClassLoader(new URL[] {directory.toUri().toURL()}).loadClass("Echo");
        var constructor = type.getDeclaredConstructor(int.class, int.class);
        constructor.setAccessible(true);
        Object echo = constructor.newInstance(0, behind);
        call(echo, "start");
        return (Integer) call(echo, "port");
    }

    private static Object call(Object on, String name) throws ReflectiveOperationException {
        var method = on.getClass().getDeclaredMethod(name);
        method.setAccessible(true);
        return method.invoke(on);
    }

    @Test
    void saysBackWhatItHears() {
        assertThat(new EchoCall(port).say("shop.localhost", "/echo", "Grüß Gott"))
                .isEqualTo("Grüß Gott");
        assertThat(new EchoCall(port).say("shop.localhost", "/other", "x")).startsWith("no WebSocket: HTTP/1.1 200");
    }

    @Test
    void speaksWithAnotherClient() throws Exception {
        String text = "long ".repeat(1000);
        CompletableFuture<String> heard = new CompletableFuture<>();
        WebSocket.Listener listener = new WebSocket.Listener() {
            private final StringBuilder parts = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
                parts.append(part);
                if (last) {
                    heard.complete(parts.toString());
                }
                socket.request(1);
                return CompletableFuture.completedStage(null);
            }
        };

        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/echo"), listener)
                    .get(10, TimeUnit.SECONDS);
            var _ = socket.sendText(text, true);

            assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo(text);
            socket.abort();
        }
    }

    @Test
    void passesEverythingElseOnToTheService() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/prices"))
                .POST(HttpRequest.BodyPublishers.ofString("body"))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

                assertThat(answer.body()).isEqualTo("body");
                assertThat(answer.headers().firstValue("Connection")).hasValue("close");
            }
        }
    }
}
