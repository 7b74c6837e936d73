package dev.slipway.gitops.routes.rule;

/**
 * Something in a route that is wrong, or that is not executed.
 *
 * @param pointer JSON pointer (RFC 6901) to it within the object
 * @param what is wrong, with the thing quoted
 * @param expected what would have been right
 * @param blocks whether requests that take the route end here, because ignoring it would change who answers or what
 */
public record RuleProblem(String pointer, String what, String expected, boolean blocks) {}
