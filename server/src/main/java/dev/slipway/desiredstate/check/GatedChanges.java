package dev.slipway.desiredstate.check;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what would change in gated environments: design rule "nothing reaches a gated environment beside its gates". */
record GatedChanges(PlatformDefinition definition) {

    List<Problem> between(Desired before, Desired after) {
        Set<String> repeated = repeated(before);
        repeated.addAll(repeated(after));
        Map<String, DesiredApplication> old = keyed(before, repeated);
        Map<String, DesiredApplication> now = keyed(after, repeated);
        Set<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        return keys.stream()
                .flatMap(key -> change(old.get(key), now.get(key)).stream())
                .toList();
    }

    /** Where there is an Argo CD for each cluster, an Application of the same name may stand in several folders. */
    private static Set<String> repeated(Desired desired) {
        Set<String> seen = new HashSet<>();
        return desired.applications().stream()
                .map(DesiredApplication::name)
                .filter(name -> !seen.add(name))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, DesiredApplication> keyed(Desired desired, Set<String> repeated) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, DesiredApplication> keyed = new HashMap<>();
        for (DesiredApplication each : desired.applications()) {
            String place = repeated.contains(each.name()) ? each.name() + " in " + each.file() : each.name();
            keyed.put(place + " " + counts.merge(place, 1, Integer::sum), each);
        }
        return keyed;
    }

    private Optional<Problem> change(@Nullable DesiredApplication before, @Nullable DesiredApplication after) {
        boolean nothingRuns = !runs(before) && !runs(after);
        if (nothingRuns || (before != null && after != null && isSame(before, after))) {
            return Optional.empty();
        }
        return gate(before).or(() -> gate(after)).map(environment -> problem(environment, before, after));
    }

    private static boolean runs(@Nullable DesiredApplication application) {
        return application != null && (application.release() != null || application.automated());
    }

    private boolean isSame(DesiredApplication one, DesiredApplication other) {
        return Objects.equals(one.release(), other.release())
                && one.fingerprint().equals(other.fingerprint())
                && ((isOwn(one) && isOwn(other)) || Objects.equals(one.commit(), other.commit()))
                && one.automated() == other.automated()
                && Objects.equals(one.cluster(), other.cluster())
                && Objects.equals(one.environment(), other.environment())
                && one.namespace().equals(other.namespace());
    }

    /** Whether its source is the platform repository, which has another commit with every change, whatever it changes. */
    private boolean isOwn(DesiredApplication application) {
        return definition.repository().equals(application.repository());
    }

    /** By label or path, and by where it goes: a label left out must not lead past the gates. */
    private Optional<Environment> gate(@Nullable DesiredApplication application) {
        return application == null
                ? Optional.empty()
                : definition.environments().stream()
                        .filter(Environment::gated)
                        .filter(each -> each.name().equals(application.environment()) || goesTo(each, application))
                        .findFirst();
    }

    private static boolean goesTo(Environment environment, DesiredApplication application) {
        String pattern = Pattern.quote(environment.namespacePattern())
                .replace("{team}", "\\E.+\\Q")
                .replace("{service}", "\\E.+\\Q");
        return environment.cluster().equals(application.cluster()) && Pattern.matches(pattern, application.namespace());
    }

    private static Problem problem(
            Environment environment, @Nullable DesiredApplication before, @Nullable DesiredApplication after) {
        DesiredApplication any = Objects.requireNonNull(after == null ? before : after);
        return new Problem(
                any.releaseFiles().getFirst(),
                "This changes what \"" + any.name() + "\" runs in \"" + environment.name()
                        + "\", which is reached through gates only.",
                "a promotion or rollback whose gates passed",
                "Take the change out of this pull request and promote the Release instead.");
    }
}
