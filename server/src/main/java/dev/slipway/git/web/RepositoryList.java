package dev.slipway.git.web;

import dev.slipway.git.HostedRepository;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page of the list of repositories.
 *
 * @param query what was searched for; empty for everything
 * @param found how many match
 * @param total how many there are
 */
public record RepositoryList(List<Row> rows, String query, int page, int pages, int found, int total) {

    /** A repository with what waits in it. */
    public record Row(HostedRepository repository, int openPulls) {}

    public RepositoryList {
        rows = List.copyOf(rows);
    }

    public String address(int other) {
        return "/repositories?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&page=" + other;
    }
}
