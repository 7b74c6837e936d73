package dev.slipway.cli.client;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One server, one account. A request that finds nobody listening, or loses its connection, is sent again until the patience
 * runs out; a POST carries the same {@code Idempotency-Key} each time, so that it happens once.
 */
public final class ServerClient {

    static {
        // Names below localhost are reached by connecting to the loopback address and naming the host.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    /** Until the first byte of a download: the server may have to put something together first. */
    private static final Duration LONGEST_BEGINNING = Duration.ofMinutes(10);

    private static final Pattern TOKEN = Pattern.compile("[!-~]+");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServerAddress address;
    private final Optional<String> token;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * @param token of the account; empty for nobody
     * @param patience how long a server that does not answer is waited for; zero for not at all
     * @throws CliException for what cannot be a token, without telling it
     */
    public ServerClient(ServerAddress address, Optional<String> token, Duration patience) {
        this.address = address;
        this.token = token.map(ServerClient::checked);
        this.patience = patience;
    }

    /** Here, because the HTTP client would put the secret into its message. */
    private static String checked(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new CliException(
                    ExitCode.USAGE,
                    new CliProblem(
                            "token",
                            "The token holds a character that no token has, for example a line break.",
                            "letters, digits and punctuation in one line",
                            "Copy it again into SLIPWAY_TOKEN, or sign in with slipway login."));
        }
        return token;
    }

    /** @param server for example {@code http://127.0.0.1:7070} */
    public ServerClient(URI server, String token, Duration patience) {
        this(new ServerAddress(server), Optional.of(token), patience);
    }

    public ServerAddress address() {
        return address;
    }

    /**
     * @param path with query, begins with {@code /api/}
     * @throws ServerProblem with what the server says is wrong, or when it does not answer
     */
    public JsonNode get(String path) {
        return send(request("GET", path, null));
    }

    /**
     * As {@link #get}, for a command.
     *
     * @param body anything Jackson writes; null for none
     */
    public JsonNode post(String path, @Nullable Object body) {
        return send(request("POST", path, body));
    }

    public JsonNode delete(String path) {
        return send(request("DELETE", path, null));
    }

    /**
     * Writes what the server answers to a file that its owner alone can read, however large it is and however long that takes.
     *
     * @throws IOException when the connection is lost or the file cannot be written; the file may hold a part then
     */
    public void download(String path, Map<String, String> headers, Path file) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(request("GET", path, null), (_, _) -> true)
                .timeout(LONGEST_BEGINNING);
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() / 100 != 2) {
                    throw ProblemDetails.of(
                            response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
                Files.deleteIfExists(file);
                try (OutputStream out = Files.newOutputStream(createdPrivately(file))) {
                    body.transferTo(out);
                }
            }
        } catch (ConnectException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerProblem(0, List.of(CliProblem.of("Interrupted.", "Run the command again.")));
        }
    }

    /** Its owner's alone before anything is in it. */
    private static Path createdPrivately(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
    }

    private JsonNode send(HttpRequest request) {
        Instant giveUp = Instant.now().plus(patience);
        boolean repeated = false;
        while (true) {
            boolean late = Instant.now().isAfter(giveUp);
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                if (late || !isTemporary(response, repeated)) {
                    return answer(response);
                }
            } catch (IOException e) {
                if (late) {
                    throw unreachable(e);
                }
                repeated = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServerProblem(0, List.of(CliProblem.of("Interrupted.", "Run the command again.")));
            }
            Pauses.pause(BETWEEN_TRIES);
        }
    }

    /** After a lost connection the first request may still run: a conflict that ends, unlike those that are the answer. */
    private static boolean isTemporary(HttpResponse<?> response, boolean repeated) {
        return response.statusCode() == 503
                || (repeated
                        && response.statusCode() == 409
                        && response.headers().firstValue("Retry-After").isPresent());
    }

    private HttpRequest request(String method, String path, @Nullable Object body) {
        BodyPublisher publisher =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .method(method, publisher);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        if (address.isBelowLocalhost()) {
            request.header("Host", address.authority());
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return request.build();
    }

    private JsonNode answer(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw ProblemDetails.of(response);
        }
        try {
            return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (JacksonException _) {
            throw new ServerProblem(
                    response.statusCode(),
                    List.of(CliProblem.of("\"" + address + "\" does not answer as Slipway does.", "Check --server.")));
        }
    }

    private ServerProblem unreachable(IOException e) {
        String reason = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
        return new ServerProblem(
                0,
                List.of(CliProblem.of(
                        "No Slipway server answers at " + address + reason + ".",
                        "Start one with ./slipway up, or name it with --server.")));
    }
}
