package dev.slipway.gitops.routes.explain;

/**
 * Something that is wrong with the routes of a tree.
 *
 * @param where file, line and column; the object where they are not known
 * @param expected may be empty
 * @param next what to do about it; may be empty
 * @param certain whether requests that take it end there in any case; otherwise what is missing may come from elsewhere
 */
public record RouteFinding(String where, String what, String expected, String next, boolean certain) {}
