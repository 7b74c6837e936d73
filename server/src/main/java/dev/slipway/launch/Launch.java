package dev.slipway.launch;

import ch.qos.logback.classic.LoggerContext;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.Rehearsal;
import dev.slipway.sandbox.IsolationReport;
import dev.slipway.traffic.front.FrontListener;
import dev.slipway.traffic.front.FrontOptions;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the process: data directory, port, then PostgreSQL and Spring side by side; stops them the other way round. */
public final class Launch {

    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;
    private static final int SECRET_BYTES = 24;
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
    private static final int LEAST_CARRIERS = 8;

    private final Class<?> application;
    private final Settings settings;
    private final Progress progress;
    private final Running running;

    private Launch(Class<?> application, Settings settings, Progress progress) {
        this.application = application;
        this.settings = settings;
        this.progress = progress;
        this.running = new Running(progress);
    }

    /** Returns when Slipway runs, or at once while it is built; ends the process with a message, never a stack trace, when it cannot. */
    public static void run(Class<?> application, Restoring restoring, String... arguments) {
        if (AheadOfTime.isAsked()) {
            AheadOfTime.show(application);
            return;
        }
        allowCarriers();
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (List.of(arguments).contains("--help")) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(Setting.help());
            return;
        }
        try {
            Progress progress = new Progress(new PrintStream(System.out, true, StandardCharsets.UTF_8));
            if (arguments.length > 0 && arguments[0].equals(Restore.COMMAND)) {
                restore(restoring, progress, Arrays.asList(arguments));
            } else {
                new Launch(application, settings(Arrays.asList(arguments)), progress).start(System.getenv());
            }
        } catch (ProblemException e) {
            e.problems().forEach(problem -> err.println("slipway: " + problem));
            System.exit(e.code() == ProblemCode.INVALID ? BAD_USAGE : FAILED);
        }
    }

    /**
     * A virtual thread that waits for a lock while it loads a class keeps its carrier. On a small machine, which has few of them,
     * such waits could keep the one that holds the lock from ever running.
     *
     * @see <a href="https://github.com/spring-projects/spring-boot/issues/51379">Spring Boot 51379</a>
     */
    private static void allowCarriers() {
        if (System.getProperty(CARRIERS) == null) {
            int processors = Runtime.getRuntime().availableProcessors();
            System.setProperty(CARRIERS, String.valueOf(Math.max(LEAST_CARRIERS, processors)));
        }
    }

    private static Settings settings(List<String> arguments) {
        return new SettingsReader(System.getenv()).read(arguments);
    }

    private static void restore(Restoring restoring, Progress progress, List<String> arguments) {
        if (arguments.size() < 2 || arguments.get(1).startsWith("--")) {
            throw new LaunchException(
                    ProblemCode.INVALID,
                    List.of(Problem.of("The backup's file is missing.")
                            .expecting("slipway restore FILE [--data DIR]")));
        }
        Settings settings = settings(arguments.subList(2, arguments.size()));
        new Restore(settings, restoring, progress).from(Path.of(arguments.get(1)), Restore.givenPassphrase());
    }

    private void start(Map<String, String> environment) {
        Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop"));
        DataDirectory data = running.add("data directory", DataDirectory.open(settings.data()));
        progress.say("Slipway starts on " + data.path());
        String secret = secret();
        FrontListener front = running.add("front listener", listen(secret));
        progress.done("port " + front.port() + " is open");
        CompletableFuture<Database> database = CompletableFuture.supplyAsync(
                () -> database(data),
                task -> Thread.ofPlatform().name("postgresql").start(task));
        ConfigurableApplicationContext platform =
                running.add("platform", new SpringStart(application, settings, data, front, secret, database).start());
        progress.done("the platform is ready");
        keepFailuresOffTheTerminal();
        Welcome.print(progress, settings, data, front.port());
        platform.getBeanProvider(IsolationReport.class).stream()
                .filter(report -> report.level().equals("none"))
                .forEach(report -> progress.say("  Caution  " + report.explanation()));
        if (environment.containsKey(Training.VARIABLE)) {
            platform.getBeanProvider(Rehearsal.class).forEach(each -> Training.rehearse(each, progress));
            Training.visit(front.port());
            System.exit(0);
        }
    }

    private void keepFailuresOffTheTerminal() {
        UncaughtFailures.log();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            LogTrouble.watch(logging, progress::say, Clock.systemUTC());
        }
    }

    private FrontListener listen(String secret) {
        try {
            return FrontListener.open(
                    new FrontOptions(settings.port(), settings.domain(), secret, settings.behindProxy()));
        } catch (BindException e) {
            throw LaunchException.because(Problem.of("Port " + settings.port() + " cannot be opened: "
                            + (e.getMessage() == null ? "it is taken" : e.getMessage()) + ".")
                    .next("Stop the program that uses it, or take another: --port " + (settings.port() + 1) + "."));
        }
    }

    private Database database(DataDirectory data) {
        DatabaseStart start = running.add("PostgreSQL", new DatabaseStart(settings, data));
        Database database = start.start();
        progress.done("PostgreSQL answers");
        return database;
    }

    private static String secret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
