package dev.slipway.desiredstate.check;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what would change in gated environments: design rule "nothing reaches a gated environment beside its gates". */
record GatedChanges(PlatformDefinition definition) {

    List<Problem> between(Desired before, Desired after) {
        TreeSet<String> names = new TreeSet<>();
        before.applications().forEach(each -> names.add(each.name()));
        after.applications().forEach(each -> names.add(each.name()));
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            change(
                            before.application(name).orElse(null),
                            after.application(name).orElse(null))
                    .ifPresent(problems::add);
        }
        return problems;
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

    private static boolean isSame(DesiredApplication one, DesiredApplication other) {
        return Objects.equals(one.release(), other.release())
                && one.fingerprint().equals(other.fingerprint())
                && Objects.equals(one.commit(), other.commit())
                && one.automated() == other.automated()
                && Objects.equals(one.cluster(), other.cluster())
                && Objects.equals(one.environment(), other.environment())
                && one.namespace().equals(other.namespace());
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
                any.file(),
                "This changes what \"" + any.name() + "\" runs in \"" + environment.name()
                        + "\", which is reached through gates only.",
                "a promotion or rollback whose gates passed",
                "Take the change out of this pull request and promote the Release instead.");
    }
}
