package dev.slipway.gitops.placement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises names of environments: those of the platform definition, where there is none the usual ones. */
final class EnvironmentNames {

    private static final Pattern OVERLAY =
            Pattern.compile("(?:^|/)(?:overlays|envs|environments|env)/(([^/-]+)-[^/]+)(?=/|$)");

    /** Words that mean the same. */
    private static final List<Set<String>> USUAL = List.of(
            Set.of("dev", "develop", "development"),
            Set.of("test", "testing", "tst"),
            Set.of("qa"),
            Set.of("int", "integration"),
            Set.of("uat", "acceptance"),
            Set.of("staging", "stage", "stg"),
            Set.of("preprod", "preproduction"),
            Set.of("prod", "production", "prd", "live"),
            Set.of("sandbox"),
            Set.of("demo"),
            Set.of("perf", "loadtest"));

    private final List<String> declared;

    EnvironmentNames(Landscape landscape) {
        this.declared = landscape.environments().stream()
                .map(Landscape.Environment::name)
                .toList();
    }

    /** The environment that this word names. */
    Optional<String> of(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (declared.isEmpty()) {
            return USUAL.stream().anyMatch(each -> each.contains(small)) ? Optional.of(small) : Optional.empty();
        }
        if (declared.contains(word)) {
            return Optional.of(word);
        }
        List<String> same = USUAL.stream()
                .filter(each -> each.contains(small))
                .flatMap(each -> declared.stream().filter(each::contains))
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    /** The environment that a name ends or begins with: {@code shop-prod}, {@code prod-eu}, {@code values.prod}. */
    Optional<String> within(String name) {
        List<String> words =
                Stream.of(name.split("[-_.]")).filter(each -> !each.isEmpty()).toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return of(words.getLast())
                .or(() -> of(words.getFirst()))
                .or(() -> words.stream().flatMap(each -> of(each).stream()).findFirst());
    }

    /** The last directory of a path that names one; else the overlay that begins with one. */
    Optional<String> amongParts(String path) {
        List<String> parts = Arrays.asList(path.split("/"));
        return parts.reversed().stream()
                .flatMap(each -> of(each).stream())
                .findFirst()
                .or(() -> overlay(path).flatMap(each -> of(each.substring(0, each.indexOf('-')))));
    }

    /** The overlay of a path that is one of several of an environment: {@code prod-eu} of {@code overlays/prod-eu}. */
    Optional<String> overlay(String path) {
        return OVERLAY.matcher(path)
                .results()
                .filter(each -> of(each.group(2)).isPresent())
                .map(each -> each.group(1))
                .findFirst();
    }
}
