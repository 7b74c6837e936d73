package dev.slipway.portal.home;

import dev.slipway.portal.fleet.ServiceGlance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page of services.
 *
 * @param query what was searched for; empty for everything
 * @param team only services of this one; empty for all
 * @param teams that have services
 * @param page from 1
 * @param found how many there are on all pages
 * @param total how many there are without the search
 */
public record ServiceList(
        List<ServiceGlance> services,
        String query,
        String team,
        List<String> teams,
        int page,
        int pages,
        int found,
        int total) {

    /** The address of another page of the same search. */
    public String address(int other) {
        return "/services?q=" + encoded(query) + "&team=" + encoded(team) + "&page=" + other;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
