package dev.slipway.gitops;

/**
 * A repository's branch, tag or commit as a source names it.
 *
 * @param repositoryUrl for a chart of a Helm repository with its name
 */
public record Revision(String repositoryUrl, String name) {

    static Revision of(ApplicationSource source) {
        String url = source.repositoryUrl();
        return new Revision(
                source.chart().isEmpty() ? url : url.replaceFirst("/+$", "") + "/" + source.chart(), source.revision());
    }
}
