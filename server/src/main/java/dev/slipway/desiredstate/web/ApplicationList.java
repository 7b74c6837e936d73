package dev.slipway.desiredstate.web;

import dev.slipway.desiredstate.Recent.Known;
import dev.slipway.gitops.inspect.Inspection;
import dev.slipway.gitops.inspect.Inspection.InspectedApplication;
import dev.slipway.kernel.CommitId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page of the Applications.
 *
 * @param commit of the platform repository, in which all this stands
 * @param newest whether that is the newest one
 * @param only as {@link ApplicationFilter} has it
 * @param page from 1
 * @param found how many there are in all pages
 */
public record ApplicationList(
        CommitId commit,
        boolean newest,
        Inspection inspection,
        String query,
        String only,
        int page,
        int found,
        List<InspectedApplication> applications) {

    /** Of one that routes for many, no more are shown. */
    public static final int HOSTS = 4;

    private static final int PER_PAGE = 50;

    static ApplicationList of(Known<Inspection> known, ApplicationFilter filter, int page) {
        Inspection inspection = known.value();
        List<InspectedApplication> found = filter.of(inspection.applications());
        int at = Math.clamp(page, 1, Math.max(1, pages(found.size())));
        return new ApplicationList(
                known.desired().commit(),
                known.newest(),
                inspection,
                filter.query(),
                filter.only(),
                at,
                found.size(),
                found.stream().skip((at - 1L) * PER_PAGE).limit(PER_PAGE).toList());
    }

    public long untold() {
        return count("untold");
    }

    public long withProblems() {
        return count("problems");
    }

    public long withDoubts() {
        return count("doubts");
    }

    private long count(String kind) {
        return inspection.applications().stream()
                .filter(each -> ApplicationFilter.is(each, kind))
                .count();
    }

    public int pages() {
        return pages(found);
    }

    private static int pages(int found) {
        return (found + PER_PAGE - 1) / PER_PAGE;
    }

    public String address(int other) {
        return "/applications?page=" + other + "&only=" + only + "&q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
