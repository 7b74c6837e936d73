package dev.slipway.builds.web;

import dev.slipway.builds.BuildsException;
import dev.slipway.builds.Provenance;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a CI says about a build of its own.
 *
 * @param repository organisation/name
 * @param commit 40 hexadecimal digits
 * @param images digests by image name
 * @param builder what the CI calls itself
 * @param isolation null or blank when the CI does not say
 * @param details for example the run's URL; null for none
 */
record RecordBuildBody(
        @Nullable String repository,
        @Nullable String commit,
        @Nullable Map<String, String> images,
        @Nullable String builder,
        @Nullable String isolation,
        @Nullable Map<String, String> details) {

    /** The same in values that hold. */
    record Checked(RepositoryRef repository, CommitId commit, Map<String, ImageDigest> images, Provenance provenance) {}

    private static final int MOST_DETAILS = 50;
    private static final int LONGEST_DETAIL = 2_000;

    /** @throws BuildsException with everything that is wrong */
    Checked checked() {
        List<Problem> problems = new ArrayList<>();
        RepositoryRef repositoryRef = value("repository", repository, RepositoryRef::parse, problems);
        CommitId commitId = value("commit", commit, CommitId::new, problems);
        String name = value("builder", builder, Function.identity(), problems);
        Map<String, ImageDigest> digests = digests(problems);
        checkDetails(problems);
        if (!problems.isEmpty()) {
            throw new BuildsException(ProblemCode.INVALID, problems);
        }
        return new Checked(
                Objects.requireNonNull(repositoryRef),
                Objects.requireNonNull(commitId),
                digests,
                new Provenance(
                        Objects.requireNonNull(name),
                        isolation == null || isolation.isBlank() ? Provenance.UNKNOWN : isolation,
                        details == null ? Map.of() : details));
    }

    private Map<String, ImageDigest> digests(List<Problem> problems) {
        Map<String, ImageDigest> digests = new LinkedHashMap<>();
        if (images != null) {
            images.forEach((name, digest) -> {
                ImageDigest value = value("images[" + name + "]", digest, ImageDigest::new, problems);
                if (value != null) {
                    digests.put(name, value);
                }
            });
        }
        return digests;
    }

    private void checkDetails(List<Problem> problems) {
        if (details == null) {
            return;
        }
        if (details.size() > MOST_DETAILS) {
            problems.add(Problem.at("details", "There are " + details.size() + " details.")
                    .expecting("at most " + MOST_DETAILS));
        }
        details.forEach((key, value) -> {
            if (value == null || value.length() > LONGEST_DETAIL) {
                problems.add(Problem.at("details[" + key + "]", "The detail is missing or too long.")
                        .expecting("at most " + LONGEST_DETAIL + " characters"));
            }
        });
    }

    private static <T> @Nullable T value(
            String where, @Nullable String text, Function<String, T> parse, List<Problem> problems) {
        if (text == null || text.isBlank()) {
            problems.add(Problem.at(where, "\"" + where + "\" is missing."));
            return null;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at(where, String.valueOf(e.getMessage())));
            return null;
        }
    }
}
