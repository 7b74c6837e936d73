package dev.slipway.gitops.placement;

import dev.slipway.gitops.Application;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which service and team an Application is of. */
final class Services {

    private static final Pattern FILE = Pattern.compile("applications/([^/]+)/[^/]+\\.ya?ml");
    private static final List<String> LABELS =
            List.of("slipway.dev/service", "app.kubernetes.io/name", "app.kubernetes.io/part-of", "service", "app");
    private static final List<String> TEAMS = List.of("slipway.dev/team", "team", "owner", "squad");
    private static final List<String> PARAMETERS =
            List.of("service", "app", "appName", "application", "values.service");
    private static final Set<String> LAYOUT = Set.of(
            "overlays",
            "envs",
            "environments",
            "env",
            "base",
            "k8s",
            "kubernetes",
            "deploy",
            "manifests",
            "chart",
            "helm",
            "kustomize");

    private Services() {}

    static @Nullable String team(Application application) {
        return first(application.labels(), TEAMS).orElse(null);
    }

    /** @param environment empty when it cannot be told */
    static @Nullable String service(Application application, EnvironmentNames names, String environment) {
        Matcher file = FILE.matcher(application.file());
        return first(application.labels(), LABELS)
                .or(() -> file.matches() ? Optional.of(file.group(1)) : Optional.empty())
                .or(() -> first(application.origin().parameters(), PARAMETERS))
                .or(() -> environment.isEmpty() ? Optional.empty() : byParameter(application, names))
                .or(() -> environment.isEmpty() ? Optional.empty() : byOverlay(application, names))
                .or(() -> environment.isEmpty() ? Optional.empty() : byName(application.name(), names))
                .or(() -> environment.isEmpty()
                        ? Optional.empty()
                        : byPath(application.source().path(), names))
                .or(() -> environment.isEmpty() ? Optional.empty() : Optional.of(application.name()))
                .orElse(null);
    }

    private static Optional<String> first(Map<String, String> texts, List<String> keys) {
        return keys.stream()
                .filter(each -> !texts.getOrDefault(each, "").isEmpty())
                .map(texts::get)
                .map(String::valueOf)
                .findFirst();
    }

    /** The name without what an ApplicationSet's parameter calls the environment: {@code prod-eu} of {@code shop-prod-eu}. */
    private static Optional<String> byParameter(Application application, EnvironmentNames names) {
        return application.origin().parameters().values().stream()
                .filter(each -> names.of(each.split("-", 2)[0]).isPresent())
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .flatMap(each -> without(application.name(), each).stream())
                .findFirst();
    }

    /**
     * The name without that of the overlay, also where the environment follows: {@code shop-prod-eu-prod} of
     * {@code overlays/prod-eu}. Where only an environment is left, the path tells it.
     */
    private static Optional<String> byOverlay(Application application, EnvironmentNames names) {
        return names.overlay(application.source().path())
                .flatMap(each -> without(application.name(), each))
                .map(each -> {
                    int last = each.lastIndexOf('-');
                    return last > 0 && names.of(each.substring(last + 1)).isPresent() ? each.substring(0, last) : each;
                })
                .flatMap(each ->
                        names.of(each).isPresent() ? byPath(application.source().path(), names) : Optional.of(each));
    }

    private static Optional<String> without(String name, String part) {
        String joined = ("-" + name + "-").replace("-" + part + "-", "-");
        boolean removed = joined.length() < name.length() + 2 && joined.length() > 2;
        return removed ? Optional.of(joined.substring(1, joined.length() - 1)) : Optional.empty();
    }

    /** The name without the environment. */
    private static Optional<String> byName(String name, EnvironmentNames names) {
        List<String> words = new ArrayList<>(Arrays.asList(name.split("-")));
        boolean removed = words.removeIf(each -> names.of(each).isPresent());
        return removed && !words.isEmpty() ? Optional.of(String.join("-", words)) : Optional.empty();
    }

    /** The last directory that is neither an environment nor a matter of layout. */
    static Optional<String> byPath(String path, EnvironmentNames names) {
        String overlay = names.overlay(path).orElse("");
        return Arrays.asList(path.split("/")).reversed().stream()
                .filter(each -> !each.equals(overlay)
                        && !each.isEmpty()
                        && !LAYOUT.contains(each)
                        && names.of(each).isEmpty())
                .findFirst();
    }
}
