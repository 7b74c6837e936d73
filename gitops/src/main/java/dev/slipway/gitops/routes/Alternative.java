package dev.slipway.gitops.routes;

import java.util.List;

/**
 * One of the ways that a request can take.
 *
 * @param percent of the requests that take it
 * @param notes what explains it
 */
public record Alternative(int percent, Route route, List<Note> notes) {

    /** Something worth knowing about an object on the way, or beside it. */
    public record Note(Route.Hop at, String words) {}

    public Alternative {
        notes = List.copyOf(notes);
    }
}
