package dev.slipway.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL as a process of this machine: reachable on loopback with a generated password, data below the data
 * directory. One that a killed Slipway left running on the same data is taken over.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final String ACCOUNT = "slipway";
    private static final String DATABASE = "slipway";
    private static final String MEMORY = "-c shared_buffers=32MB -c max_connections=60 -c jit=off -c io_method=sync";
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;
    private final Path data;
    private final PostgresProgram program;

    EmbeddedPostgres(Path folder, PostgresBinaries binaries) {
        this.folder = folder;
        this.data = folder.resolve("postgres");
        this.program = new PostgresProgram(binaries);
    }

    /** Starts or takes over; returns when the database answers. */
    Database start() throws IOException {
        String password = password();
        initialise();
        int port = running().map(PostmasterFile::port).orElse(0);
        if (port == 0) {
            port = launch();
        }
        return PostgresDatabase.ensure(port, ACCOUNT, password, DATABASE);
    }

    private String password() throws IOException {
        Path file = passwordFile();
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Path draft = folder.resolve("postgres.password.new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, HexFormat.of().formatHex(random) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private Path passwordFile() {
        return folder.resolve("postgres.password");
    }

    /** Beside its place first: killed meanwhile, the next start begins again. */
    private void initialise() throws IOException {
        if (Files.exists(data)) {
            return;
        }
        Path draft = folder.resolve("postgres.new");
        FileSystemUtils.deleteRecursively(draft);
        program.run(
                "initdb",
                List.of(
                        "-D",
                        draft.toString(),
                        "-U",
                        ACCOUNT,
                        "--pwfile=" + passwordFile(),
                        "--auth=scram-sha-256",
                        // Rounds make guessing dear, which 256 random bits do by themselves; each connection pays for
                        // them.
                        "--set=scram_iterations=1",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"),
                log());
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path log() throws IOException {
        return Files.createDirectories(folder.resolve("logs")).resolve("postgresql.log");
    }

    /** One that is ready now; one that is just starting or stopping is waited for. */
    private Optional<PostmasterFile> running() throws IOException {
        Optional<PostmasterFile> found = PostmasterFile.read(data);
        if (found.isPresent() && !found.get().ready()) {
            return awaitReady(found.get().process());
        }
        return found;
    }

    private int launch() throws IOException {
        // What a process that is gone left behind would make PostgreSQL refuse when its number is another's now.
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        int port = FreePort.find();
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= " + MEMORY;
        program.run(
                "pg_ctl",
                List.of("-D", data.toString(), "-w", "-t", "60", "-l", log().toString(), "-o", options, "start"),
                log());
        return port;
    }

    private Optional<PostmasterFile> awaitReady(ProcessHandle process) throws IOException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            Optional<PostmasterFile> found = PostmasterFile.read(data).filter(PostmasterFile::ready);
            if (found.isPresent()) {
                return found;
            }
            Pause.briefly();
        }
        return Optional.empty();
    }

    /** Stops it and waits; sessions are ended. */
    @Override
    public void close() throws IOException {
        if (PostmasterFile.read(data).isPresent()) {
            program.run("pg_ctl", List.of("-D", data.toString(), "-m", "fast", "-w", "-t", "20", "stop"), log());
        }
    }
}
