package dev.slipway.launch;

import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts settings together: flags win over variables, variables over the file. Tells all that is wrong at once. */
final class SettingsReader {

    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,200}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final Pattern PERIOD = Pattern.compile("[1-9][0-9]{0,4}d|0|forever");
    private static final String PERIOD_EXPECTED = "days as in 90d, or forever (0 means the same)";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern IMPORT_HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}(:\\d{1,5})?");
    private static final Pattern DATABASE = Pattern.compile("(jdbc:)?postgres(ql)?://.+");

    private final Map<String, String> environment;
    private final GivenSettings given = new GivenSettings();
    private final List<Problem> problems = new ArrayList<>();

    SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    Settings read(List<String> arguments) {
        readFlags(new ArrayDeque<>(arguments));
        readVariables();
        readFile();
        Settings settings = settings();
        if (!problems.isEmpty()) {
            throw new LaunchException(ProblemCode.INVALID, problems);
        }
        return settings;
    }

    private void readFlags(Deque<String> arguments) {
        while (!arguments.isEmpty()) {
            String argument = arguments.pop();
            int equals = argument.indexOf('=');
            String flag = equals < 0 ? argument : argument.substring(0, equals);
            Optional<Setting> setting = flag.startsWith("--") ? Setting.named(flag.substring(2)) : Optional.empty();
            if (setting.isEmpty()) {
                problems.add(unknown(
                                flag,
                                "argument",
                                Setting.keys().stream().map(key -> "--" + key).toList())
                        .next("\"slipway up --help\" lists all."));
            } else if (equals >= 0) {
                offer(setting.get(), argument.substring(equals + 1), flag);
            } else if (setting.get().isSwitch()) {
                given.offer(setting.get(), "true", flag);
            } else {
                boolean missing = arguments.isEmpty() || arguments.peek().startsWith("--");
                offer(setting.get(), missing ? "" : arguments.pop(), flag);
            }
        }
    }

    /** An empty text is most often a variable of a script that was never set. */
    private void offer(Setting setting, String text, String origin) {
        if (text.isBlank()) {
            String expected = origin.startsWith("--") ? origin + " VALUE" : setting.key() + ": VALUE";
            problems.add(Problem.at(origin, "A value is missing.").expecting(expected));
        } else {
            given.offer(setting, text, origin);
        }
    }

    private static Problem unknown(String what, String kind, List<String> known) {
        String suggestion =
                Suggestions.didYouMean(what, known).map(text -> " " + text).orElse("");
        return Problem.of("There is no " + kind + " \"" + what + "\"." + suggestion);
    }

    private void readVariables() {
        for (Setting each : Setting.values()) {
            String text = environment.get(each.variable());
            if (text != null && !text.isBlank()) {
                given.offer(each, text, each.variable());
            }
        }
    }

    private void readFile() {
        GivenSettings.Given named = given.find(Setting.CONFIG);
        Path file = named == null ? home().resolve("slipway.yaml") : Path.of(named.text());
        if (!Files.exists(file)) {
            if (named != null) {
                problems.add(Problem.at(named.origin(), "There is no file \"" + file + "\"."));
            }
            return;
        }
        try {
            YamlReader.core().document(file.toString(), Files.readString(file)).ifPresent(this::readDocument);
        } catch (YamlException e) {
            problems.add(Problem.at(e.place().toString(), e.reason()));
        } catch (IOException e) {
            problems.add(Problem.at(file.toString(), "The file cannot be read: " + e.getMessage() + "."));
        }
    }

    private void readDocument(YamlValue document) {
        if (!(document instanceof YamlMap map)) {
            problems.add(Problem.at(document.place().toString(), "The file holds " + document.kind() + ".")
                    .expecting("one \"key: value\" per line"));
            return;
        }
        for (YamlMap.Entry entry : map.entries()) {
            String origin = entry.key().place().toString();
            Optional<Setting> setting = Setting.named(entry.key().text()).filter(each -> each != Setting.CONFIG);
            if (setting.isEmpty()) {
                Problem problem = unknown(entry.key().text(), "setting", Setting.keys());
                problems.add(new Problem(origin, problem.message(), null, null));
            } else if (entry.value() instanceof YamlScalar scalar) {
                offer(setting.get(), scalar.text(), origin);
            } else {
                problems.add(Problem.at(
                                origin,
                                "\"" + entry.key().text() + "\" is "
                                        + entry.value().kind() + ".")
                        .expecting("a single value"));
            }
        }
    }

    private Settings settings() {
        return new Settings(
                home(),
                Path.of(given.text(Setting.DATA, home().resolve("data").toString()))
                        .toAbsolutePath()
                        .normalize(),
                port(),
                matching(Setting.DOMAIN, "localhost", DOMAIN, "a DNS name in lower case, for example localhost"),
                matching(Setting.ORGANISATION, "acme", LABEL, "lower-case letters, digits and hyphens"),
                isOn(Setting.SAMPLE),
                databaseUrl(),
                publicUrl(),
                isOn(Setting.BEHIND_PROXY),
                kept(),
                importHosts(),
                isOn(Setting.VERBOSE));
    }

    private Path home() {
        String home = environment.getOrDefault("SLIPWAY_HOME", "");
        return (home.isBlank() ? Path.of(System.getProperty("user.home"), ".slipway") : Path.of(home))
                .toAbsolutePath()
                .normalize();
    }

    private int port() {
        String text = given.text(Setting.PORT, "7070");
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT) {
            return Integer.parseInt(text);
        }
        problems.add(given.problem(Setting.PORT, "a number from 0 to " + HIGHEST_PORT));
        return 0;
    }

    private String matching(Setting setting, String fallback, Pattern pattern, String expected) {
        String text = given.text(setting, fallback);
        if (!pattern.matcher(text).matches()) {
            problems.add(given.problem(setting, expected));
        }
        return text;
    }

    private KeptFor kept() {
        return new KeptFor(
                matching(Setting.KEEP_BUILDS, "90d", PERIOD, PERIOD_EXPECTED),
                number(Setting.KEEP_NEWEST_BUILDS, 20),
                matching(Setting.KEEP_IMAGES, "30d", PERIOD, PERIOD_EXPECTED),
                number(Setting.KEEP_RELEASES, 10),
                matching(Setting.KEEP_RUNS, "180d", PERIOD, PERIOD_EXPECTED),
                matching(Setting.KEEP_AUDIT, "400d", PERIOD, PERIOD_EXPECTED));
    }

    private int number(Setting setting, int fallback) {
        String text = given.text(setting, String.valueOf(fallback));
        if (NUMBER.matcher(text).matches()) {
            return Integer.parseInt(text);
        }
        problems.add(given.problem(setting, "a number from 1 to 9999"));
        return fallback;
    }

    /** Under the name of the portal, which answers to no other. */
    private String publicUrl() {
        String text = given.text(Setting.PUBLIC_URL, "");
        String name = "slipway." + given.text(Setting.DOMAIN, "localhost");
        if (!text.isEmpty() && !text.matches("https?://" + Pattern.quote(name) + "(:\\d{1,5})?/?")) {
            problems.add(given.problem(Setting.PUBLIC_URL, "https://" + name));
        }
        return text;
    }

    private List<String> importHosts() {
        String text = given.text(Setting.IMPORT_HOSTS, "");
        List<String> hosts = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
        if (!hosts.stream().allMatch(host -> IMPORT_HOST.matcher(host).matches())) {
            problems.add(
                    given.problem(Setting.IMPORT_HOSTS, "hosts with or without a port, for example git.intern:8443"));
        }
        return hosts;
    }

    private boolean isOn(Setting setting) {
        String text = given.text(setting, "false");
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(given.problem(setting, "true or false"));
        }
        return text.equals("true");
    }

    private @Nullable String databaseUrl() {
        GivenSettings.Given url = given.find(Setting.DATABASE_URL);
        if (url == null) {
            return null;
        }
        if (!DATABASE.matcher(url.text()).matches()) {
            // Not repeated: it may hold a password.
            problems.add(Problem.at(url.origin(), "This is no URL of a PostgreSQL database.")
                    .expecting("postgresql://user:password@host:5432/database"));
        }
        return url.text();
    }
}
