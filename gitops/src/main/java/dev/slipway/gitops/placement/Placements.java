package dev.slipway.gitops.placement;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationSource;
import dev.slipway.gitops.HelmSource.ValueFile;
import dev.slipway.gitops.placement.Landscape.Environment;
import dev.slipway.gitops.placement.Placement.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells where Applications belong: by label; else by file in a platform repository; else by where they go, as the platform
 * definition says; else by what people usually put an environment's name into.
 */
public record Placements(Landscape landscape) {

    private static final Pattern FILE = Pattern.compile("applications/([^/]+)/([^/]+)\\.ya?ml");
    private static final List<String> LABELS =
            List.of("slipway.dev/environment", "environment", "env", "app.kubernetes.io/environment", "stage", "tier");
    private static final List<String> PARAMETERS = List.of(
            "environment",
            "env",
            "stage",
            "values.environment",
            "values.env",
            "metadata.labels.environment",
            "metadata.labels.env");
    private static final String WOULD_TELL =
            "the label slipway.dev/environment on the Application would tell it, or an environment in platform.yaml with its"
                    + " cluster and namespace";

    public Placement of(Application application) {
        Found found = environment(application);
        return new Placement(
                Services.service(application, names(), found.environment()),
                Services.team(application),
                found.environment().isEmpty() ? null : found.environment(),
                found.rule(),
                found.evidence());
    }

    private EnvironmentNames names() {
        return new EnvironmentNames(landscape);
    }

    private record Found(String environment, Rule rule, String evidence) {}

    private Found environment(Application application) {
        return Stream.of(said(), usual(application))
                .flatMap(rules -> rules)
                .flatMap(rule -> rule.apply(application).stream())
                .findFirst()
                .orElse(new Found("", Rule.UNKNOWN, WOULD_TELL));
    }

    private Stream<Function<Application, Optional<Found>>> said() {
        return Stream.of(this::byLabel, this::byPlatformFile, this::byDefinition);
    }

    /** What Slipway writes itself says what it is: its previews and clusters are of no environment. */
    private Stream<Function<Application, Optional<Found>>> usual(Application application) {
        boolean own = application.file().startsWith("bootstrap/")
                || application.labels().keySet().stream().anyMatch(each -> each.startsWith("slipway.dev/"));
        Stream<Function<Application, Optional<Found>>> rules =
                Stream.of(this::byParameter, this::bySourcePath, this::byValueFile, this::byFile, this::byName);
        if (landscape.environments().isEmpty()) {
            return Stream.concat(rules, Stream.of(this::byDestination));
        }
        return own
                ? Stream.empty()
                : rules.map(rule -> each -> rule.apply(each).filter(found -> goesThere(each, found)));
    }

    /** Where there is a definition, a name alone does not put an Application into an environment of another cluster. */
    private boolean goesThere(Application application, Found found) {
        String cluster = landscape.cluster(application.cluster());
        return landscape.environment(found.environment()).stream()
                .anyMatch(each -> each.cluster().equals(cluster));
    }

    /** Slipway's own label says what it says; others count when they name an environment. */
    private Optional<Found> byLabel(Application application) {
        Map<String, String> labels = application.labels();
        return LABELS.stream()
                .filter(labels::containsKey)
                .flatMap(label -> (label.startsWith("slipway.dev/")
                                ? Optional.of(labels.getOrDefault(label, ""))
                                : names().of(labels.getOrDefault(label, "")))
                        .map(each -> new Found(each, Rule.LABEL, "the label " + label)).stream())
                .findFirst();
    }

    private Optional<Found> byPlatformFile(Application application) {
        Matcher file = FILE.matcher(application.file());
        if (!file.matches()) {
            return Optional.empty();
        }
        Optional<String> name =
                landscape.environments().isEmpty() ? names().of(file.group(2)) : Optional.of(file.group(2));
        return name.map(each -> new Found(each, Rule.FILE, "the file " + application.file()));
    }

    private Optional<Found> byDefinition(Application application) {
        return environment(application.cluster(), application.namespace())
                .map(each -> new Found(
                        each,
                        Rule.DESTINATION,
                        "namespace " + application.namespace() + " of " + landscape.cluster(application.cluster())
                                + ", as platform.yaml says"));
    }

    /** The environment that a namespace belongs to; empty where that cannot be told. */
    public Optional<String> environment(String destination, String namespace) {
        String cluster = landscape.cluster(destination);
        return landscape.environments().stream()
                .filter(each -> each.cluster().equals(cluster) && holds(each, namespace))
                .map(Environment::name)
                .findFirst();
    }

    /** Where a directory belongs that no Application names. */
    public Placement ofPath(String path) {
        String environment = names().amongParts(path).orElse("");
        return new Placement(
                Services.byPath(path, names()).orElse(null),
                null,
                environment.isEmpty() ? null : environment,
                environment.isEmpty() ? Rule.UNKNOWN : Rule.SOURCE_PATH,
                environment.isEmpty() ? "a directory named after the environment would tell it" : "the path " + path);
    }

    private static boolean holds(Environment environment, String namespace) {
        String pattern = Pattern.quote(environment.namespacePattern())
                .replace("{team}", "\\E.+\\Q")
                .replace("{service}", "\\E.+\\Q");
        return !environment.namespacePattern().isEmpty() && Pattern.matches(pattern, namespace);
    }

    private Optional<Found> byParameter(Application application) {
        Map<String, String> parameters = application.origin().parameters();
        return Stream.concat(
                        PARAMETERS.stream().filter(parameters::containsKey),
                        parameters.keySet().stream().filter(each -> !each.contains("labels")))
                .flatMap(key -> names()
                        .of(parameters.getOrDefault(key, ""))
                        .map(each -> new Found(
                                each,
                                Rule.PARAMETER,
                                "the parameter " + key + " of "
                                        + application.origin().by()))
                        .stream())
                .findFirst();
    }

    private Optional<Found> bySourcePath(Application application) {
        return application.sources().stream()
                .map(ApplicationSource::path)
                .flatMap(
                        path -> names()
                                .amongParts(path)
                                .map(each -> new Found(each, Rule.SOURCE_PATH, "the source's path " + path))
                                .stream())
                .findFirst();
    }

    /** Later files win over earlier ones, and so does what their names say. */
    private Optional<Found> byValueFile(Application application) {
        return application.sources().reversed().stream()
                .flatMap(source ->
                        source.helm() == null ? Stream.empty() : source.helm().valueFiles().reversed().stream())
                .map(ValueFile::written)
                .flatMap(file ->
                        ofFile(file).map(each -> new Found(each, Rule.VALUES_FILE, "the value file " + file)).stream())
                .findFirst();
    }

    private Optional<Found> byFile(Application application) {
        return ofFile(application.file()).map(each -> new Found(each, Rule.FILE, "the file " + application.file()));
    }

    private Optional<String> ofFile(String path) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1).replaceFirst("\\.(ya?ml|json)$", "");
        return names().within(name).or(() -> slash < 0 ? Optional.empty() : inDirectories(path.substring(0, slash)));
    }

    private Optional<String> inDirectories(String path) {
        return names().amongParts(path)
                .or(() -> Stream.of(path.split("/"))
                        .flatMap(each -> names().within(each).stream())
                        .findFirst());
    }

    private Optional<Found> byName(Application application) {
        return names().within(application.name())
                .map(each -> new Found(each, Rule.NAME, "its name " + application.name()));
    }

    private Optional<Found> byDestination(Application application) {
        return names().within(application.namespace())
                .map(each -> new Found(each, Rule.DESTINATION, "the namespace " + application.namespace()))
                .or(() -> names().within(application.cluster().replaceFirst("^https?://", ""))
                        .map(each -> new Found(each, Rule.DESTINATION, "the cluster " + application.cluster())));
    }
}
