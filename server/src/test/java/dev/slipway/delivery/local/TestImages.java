package dev.slipway.delivery.local;

import dev.slipway.builds.Images;
import dev.slipway.builds.StoredImage;
import dev.slipway.kernel.ImageDigest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import javax.tools.ToolProvider;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Images of a small real server, below {@code registry.localhost/acme}. */
final class TestImages implements Images {

    /** Answers with its version on PORT; what else it does is said by MODE. */
    private static final String PROGRAM = """
            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;
            public class Server {
              public static void main(String[] args) throws Exception {
                String mode = System.getenv().getOrDefault("MODE", "ok");
                System.out.println("starting " + mode);
                if (mode.equals("crash")) { System.out.println("cannot go on"); System.exit(3); }
                if (mode.equals("job")) { System.out.println("job done"); System.exit(Integer.parseInt(System.getenv("CODE"))); }
                HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("PORT"))), 64);
                server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
                server.createContext("/ready", exchange -> {
                  exchange.sendResponseHeaders(mode.equals("unready") ? 503 : 200, -1); exchange.close(); });
                server.createContext("/file", exchange -> answer(exchange, read(java.nio.file.Path.of(exchange.getRequestURI().getQuery()))));
                server.createContext("/write", exchange -> answer(exchange, write(java.nio.file.Path.of(exchange.getRequestURI().getQuery()))));
                server.createContext("/", exchange -> {
                  byte[] text = String.valueOf(System.getenv("VERSION")).getBytes();
                  exchange.sendResponseHeaders(200, text.length); exchange.getResponseBody().write(text); exchange.close(); });
                server.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(1)));
              }
              static void answer(com.sun.net.httpserver.HttpExchange exchange, String text) throws java.io.IOException {
                byte[] bytes = text.getBytes();
                exchange.sendResponseHeaders(200, bytes.length); exchange.getResponseBody().write(bytes); exchange.close();
              }
              static String read(java.nio.file.Path path) {
                try {
                  return java.nio.file.Files.isDirectory(path)
                      ? " " + String.join(" ", path.toFile().list()) + " "
                      : java.nio.file.Files.readString(path);
                } catch (java.io.IOException e) { return "absent"; }
              }
              static String write(java.nio.file.Path path) {
                try { java.nio.file.Files.writeString(path, "written"); return "written"; } catch (java.io.IOException e) { return "refused"; }
              }
            }
            """;

    private final Map<ImageDigest, StoredImage> images = new HashMap<>();
    private final Path directory;
    private final byte[] program;

    TestImages(Path directory) throws IOException {
        this.directory = directory;
        this.program = compiled();
        add(1);
        add(2);
    }

    static String reference(int number) {
        return "registry.localhost/acme/shop@" + digest(number);
    }

    static ImageDigest digest(int number) {
        return new ImageDigest("sha256:" + String.valueOf(number).repeat(64));
    }

    @Override
    public Optional<StoredImage> find(String imageName, ImageDigest digest) {
        return imageName.startsWith("registry.localhost/acme/")
                ? Optional.ofNullable(images.get(digest))
                : Optional.empty();
    }

    private byte[] compiled() throws IOException {
        Files.createDirectories(directory);
        Path source = Files.writeString(directory.resolve("Server.java"), PROGRAM);
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", directory.toString(), source.toString());
        if (code != 0) {
            throw new IllegalStateException("The test's program does not compile.");
        }
        return Files.readAllBytes(directory.resolve("Server.class"));
    }

    private void add(int number) throws IOException {
        Path layer = directory.resolve("layer" + number + ".tar.gz");
        try (OutputStream file = Files.newOutputStream(layer);
                GZIPOutputStream zipped = new GZIPOutputStream(file)) {
            zipped.write(archive());
        }
        images.put(
                digest(number),
                new StoredImage(
                        "registry.localhost/acme/shop",
                        digest(number),
                        List.of("java", "-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", ".", "Server"),
                        List.of(),
                        Map.of(),
                        "/app",
                        Map.of(),
                        List.of(new StoredImage.Layer(digest(9), layer, true))));
    }

    private byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry("app/Server.class");
            entry.setSize(program.length);
            tar.putArchiveEntry(entry);
            tar.write(program);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
