package dev.slipway.gitops;

import dev.slipway.helm.version.Constraint;
import dev.slipway.helm.version.Version;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Revisions that mean a tag by a constraint on versions: {@code 1.*}, {@code >=1.0.0 <2.0.0}. Source: {@code resolveSemverRevision}
 * of Argo CD's Git client.
 */
public final class TaggedVersions {

    private TaggedVersions() {}

    private record Tagged(String tag, Version version) {

        static Stream<Tagged> of(String tag) {
            return parsed(tag).stream().map(version -> new Tagged(tag, version));
        }
    }

    /**
     * The tag of the highest version that a revision allows.
     *
     * @param tags names of the repository's tags; asked for constraints alone
     * @return empty for a branch, a commit or a version, and where no tag is allowed
     */
    public static Optional<String> highest(String revision, Supplier<? extends Collection<String>> tags) {
        return constraint(revision)
                .flatMap(constraint -> tags.get().stream()
                        .flatMap(Tagged::of)
                        .filter(each -> constraint.allows(each.version()))
                        .max(Comparator.comparing(Tagged::version))
                        .map(Tagged::tag));
    }

    private static Optional<Constraint> constraint(String revision) {
        if (Revision.isWholeCommit(revision) || parsed(revision).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Constraint.parse(revision));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Version> parsed(String text) {
        try {
            return Optional.of(Version.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
