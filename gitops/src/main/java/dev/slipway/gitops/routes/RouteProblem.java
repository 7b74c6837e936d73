package dev.slipway.gitops.routes;

/**
 * Something in a route's object that is wrong, or that is not executed.
 *
 * @param at the object, and what of it
 * @param blocks whether requests that take it end there
 */
public record RouteProblem(Route.Hop at, String what, String expected, boolean blocks) {}
