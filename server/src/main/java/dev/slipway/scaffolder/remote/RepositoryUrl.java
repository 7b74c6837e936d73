package dev.slipway.scaffolder.remote;

import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scaffolding.action.ActionException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A place in a repository, as a URL names it after its host.
 *
 * @param revisionAndPath in one, because a branch's name may hold slashes; empty for the default branch's root
 * @param onDefaultBranch whether all of it is a path
 */
record RepositoryUrl(RepositoryRef repository, List<String> revisionAndPath, boolean onDefaultBranch) {

    /** What hosts put between a repository and a revision. */
    private static final Set<String> MARKERS = Set.of("tree", "blob", "raw", "edit", "src");
    /** What the portal puts before a path. */
    private static final String FILES = "files";

    RepositoryUrl {
        revisionAndPath = List.copyOf(revisionAndPath);
    }

    /** @param rest {@code org/repo[.git][/tree/<revision>[/path]]} */
    static RepositoryUrl of(String url, String rest) {
        List<String> parts = Arrays.stream(rest.replaceFirst("[?#].*$", "").split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        if (parts.size() < 2) {
            throw new ActionException("\"" + url + "\" names no repository.");
        }
        RepositoryRef repository = new RepositoryRef(parts.get(0), parts.get(1).replaceFirst("\\.git$", ""));
        if (parts.size() == 2) {
            return new RepositoryUrl(repository, List.of(), true);
        }
        boolean files = parts.get(2).equals(FILES);
        if (!files && !MARKERS.contains(parts.get(2))) {
            throw new ActionException("\"" + url + "\" names nothing in the repository " + repository
                    + ": expected …/tree/<branch>/<path>.");
        }
        return new RepositoryUrl(repository, parts.subList(3, parts.size()), files);
    }
}
