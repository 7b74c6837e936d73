package dev.slipway.cli.client;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the token for a server: {@code SLIPWAY_TOKEN}; what {@code slipway login} stored for exactly this server; for a
 * server on this machine the {@code cli-token} in its data directory. A stored token is never sent to another server.
 */
public final class Tokens {

    private final Surroundings surroundings;
    private final JsonMapper json = JsonMapper.builder().build();

    public Tokens(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public Optional<String> find(ServerAddress server) {
        return Optional.ofNullable(surroundings.environment().get("SLIPWAY_TOKEN"))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .or(() -> stored(server))
                .or(() -> server.isLocal() ? ofThisMachine() : Optional.empty());
    }

    /** Remembers the token in a file that only its owner can read. */
    public Path store(ServerAddress server, String token) {
        Path file = file();
        ObjectNode content =
                Files.exists(file) && read(file) instanceof ObjectNode there ? there : json.createObjectNode();
        content.withObject("/servers").put(server.toString(), token);
        try {
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), "tokens", ".part");
            if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(temporary, json.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.UNEXPECTED,
                    CliProblem.of("\"" + file + "\" cannot be written: " + e.getMessage(), "Check SLIPWAY_HOME."));
        }
    }

    private Optional<String> stored(ServerAddress server) {
        Path file = file();
        return Files.exists(file)
                ? Optional.of(read(file).path("servers").path(server.toString()).asString(""))
                        .filter(token -> !token.isBlank())
                : Optional.empty();
    }

    private Optional<String> ofThisMachine() {
        Path file = surroundings.data().resolve("cli-token");
        try {
            return Files.isReadable(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private JsonNode read(Path file) {
        try {
            return json.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.UNEXPECTED,
                    CliProblem.of(
                            "\"" + file + "\" cannot be read: " + e.getMessage(),
                            "Remove it and sign in again with slipway login."));
        }
    }

    private Path file() {
        return surroundings.home().resolve("tokens.json");
    }
}
