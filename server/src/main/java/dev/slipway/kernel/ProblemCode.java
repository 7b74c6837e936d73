package dev.slipway.kernel;

/** The kinds of failures that callers can tell apart. One table maps them to HTTP statuses. */
public enum ProblemCode {
    /** The input breaks a rule; 400. */
    INVALID,
    /** Nobody is signed in, or the token is unknown; 401. */
    UNAUTHENTICATED,
    /** The actor may not do this; 403. */
    FORBIDDEN,
    /** There is no such thing, or the actor may not know of it; 404. */
    NOT_FOUND,
    /** The present state does not allow it; 409. */
    CONFLICT,
    /** What is asked for was understood and refused by a rule of the platform; 422. */
    REFUSED,
    /** The request's body is larger than what is taken; 413. */
    TOO_LARGE,
    /** Too large or too many; 429. */
    LIMITED,
    /** Something that Slipway needs does not answer; 503. */
    UNAVAILABLE
}
