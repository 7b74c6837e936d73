package dev.slipway.gitops;

import java.util.regex.Pattern;

/**
 * A repository's branch, tag or commit as a source names it.
 *
 * @param repositoryUrl for a chart of a Helm repository with its name
 */
public record Revision(String repositoryUrl, String name) {

    private static final Pattern WHOLE_COMMIT = Pattern.compile("[0-9a-f]{40}");

    static Revision of(ApplicationSource source) {
        String url = source.repositoryUrl();
        return new Revision(
                source.chart().isEmpty() ? url : url.replaceFirst("/+$", "") + "/" + source.chart(), source.revision());
    }

    /** Whether it can never come to something else. */
    public static boolean isWholeCommit(String name) {
        return name.length() == 40 && WHOLE_COMMIT.matcher(name).matches();
    }
}
