package dev.slipway.git.web;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** The addresses of a repository's pages, whatever its branches and files are called. */
public final class Links {

    private Links() {}

    public static String repository(RepositoryRef repository) {
        return "/repositories/" + repository;
    }

    /** @param path of a file or folder; empty for the root */
    public static String files(RepositoryRef repository, String path, String revision) {
        return folder(repository, path) + query("revision", revision);
    }

    static String folder(RepositoryRef repository, String path) {
        return repository(repository) + "/files"
                + (path.isEmpty() ? "" : "/" + UriUtils.encodePath(path, StandardCharsets.UTF_8));
    }

    public static String commits(RepositoryRef repository, String revision, int page) {
        return repository(repository) + "/commits" + query("revision", revision) + (page > 1 ? "&page=" + page : "");
    }

    /** The commits that changed something at or below a path. */
    public static String history(RepositoryRef repository, String path, String revision, int page) {
        return commits(repository, revision, page)
                + (path.isEmpty() ? "" : "&path=" + UriUtils.encode(path, StandardCharsets.UTF_8));
    }

    public static String blame(RepositoryRef repository, String path, String revision) {
        return repository(repository) + "/blame/" + UriUtils.encodePath(path, StandardCharsets.UTF_8)
                + query("revision", revision);
    }

    /** What turns one commit into another. */
    public static String comparison(RepositoryRef repository, CommitId from, CommitId to) {
        return repository(repository) + "/compare?from=" + from + "&to=" + to;
    }

    public static String newPullRequest(RepositoryRef repository, String branch) {
        return repository(repository) + "/pulls/new" + query("branch", branch);
    }

    private static String query(String name, String value) {
        return "?" + name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
