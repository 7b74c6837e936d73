package dev.slipway.previews.web;

import dev.slipway.previews.Preview;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page of previews.
 *
 * @param team only previews of this one; empty for all
 * @param service only previews of this one; empty for all
 * @param state only previews in this one; empty for all
 * @param teams that there are
 * @param page from 1
 * @param found how many there are on all pages
 */
public record PreviewList(
        List<Preview> previews,
        String team,
        String service,
        String state,
        List<String> teams,
        int page,
        int pages,
        int found) {

    public boolean filtered() {
        return !(team + service + state).isEmpty();
    }

    /** The address of another page of the same search. */
    public String address(int other) {
        return "/previews?team=" + encoded(team) + "&service=" + encoded(service) + "&state=" + encoded(state)
                + "&page=" + other;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
