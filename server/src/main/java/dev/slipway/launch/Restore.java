package dev.slipway.launch;

import ch.qos.logback.classic.Level;
import dev.slipway.kernel.Problem;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** {@code slipway restore FILE}: fills an empty data directory, and leaves starting on it to the next command. */
final class Restore {

    /** As the first argument it asks for this instead of a start. */
    static final String COMMAND = "restore";

    private static final String PASSPHRASE = "SLIPWAY_BACKUP_PASSPHRASE";

    private final Settings settings;
    private final Restoring restoring;
    private final Progress progress;

    Restore(Settings settings, Restoring restoring, Progress progress) {
        this.settings = settings;
        this.restoring = restoring;
        this.progress = progress;
    }

    void from(Path backup, @Nullable String givenPassphrase) {
        String passphrase = givenPassphrase == null ? asked() : givenPassphrase;
        quietLibraries();
        DataDirectory.requireEmpty(settings.data());
        Path workspace = Objects.requireNonNullElse(settings.data().getParent(), settings.data());
        try {
            Files.createDirectories(workspace);
            try (Restoring.Opened opened = restoring.open(backup, passphrase, workspace)) {
                fill(opened);
            }
        } catch (IOException e) {
            throw LaunchException.of("The backup could not be restored into \"" + settings.data() + "\"", e);
        } catch (SQLException e) {
            throw LaunchException.because(Problem.of("The database did not take the backup: " + e.getMessage()));
        }
        progress.done("the backup is restored");
        progress.say("Start it: slipway up --data " + settings.data());
    }

    /** Nothing has set logging up: without Spring, all of it would go to the terminal. */
    private static void quietLibraries() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.ERROR);
        }
    }

    /** Wholly or not at all; only a killed restore leaves something, which says so. */
    private void fill(Restoring.Opened opened) throws IOException, SQLException {
        boolean finished = false;
        // Not ours to remove when somebody else has taken it meanwhile.
        DataDirectory data = DataDirectory.openUnfinished(settings.data());
        try (data;
                DatabaseStart database = new DatabaseStart(settings, data)) {
            progress.say("Slipway restores into " + data.path());
            opened.into(data.path(), source(database.start()), progress::done);
            data.finish();
            finished = true;
        } finally {
            if (!finished) {
                FileSystemUtils.deleteRecursively(settings.data());
            }
        }
    }

    static @Nullable String givenPassphrase() {
        String given = System.getenv(PASSPHRASE);
        return given == null || given.isEmpty() ? null : given;
    }

    @SuppressWarnings("SystemConsoleNull") // NullAway knows it as one that may be
    private static String asked() {
        Console console = System.console();
        char[] typed =
                console != null && console.isTerminal() ? console.readPassword("Passphrase of the backup: ") : null;
        if (typed == null || typed.length == 0) {
            throw LaunchException.because(Problem.of("The backup's passphrase is missing.")
                    .next("Type it at a terminal, or put it into the variable " + PASSPHRASE + "."));
        }
        return new String(typed);
    }

    private static DriverManagerDataSource source(Database database) {
        DriverManagerDataSource source = new DriverManagerDataSource(database.url());
        source.setUsername(database.user());
        source.setPassword(database.password());
        return source;
    }
}
