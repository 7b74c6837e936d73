package dev.slipway.ui.problems;

import dev.slipway.kernel.ProblemCode;
import org.springframework.http.HttpStatus;

/** The one table from kinds of failures to HTTP, and back. */
final class HttpStatuses {

    private HttpStatuses() {}

    static HttpStatus status(ProblemCode code) {
        return switch (code) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case REFUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    static String title(int status) {
        return switch (status) {
            case 400 -> "Something in the request is not right";
            case 401 -> "Sign-in needed";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 409 -> "Not possible right now";
            case 413 -> "Too large";
            case 415 -> "Unknown format";
            case 422 -> "Refused";
            case 429 -> "Too many requests";
            case 503 -> "Not available";
            case 507 -> "No space left";
            default -> status >= 500 ? "Something broke" : "That did not work";
        };
    }

    /** The error's name in Backstage, which its clients compare. */
    static String backstageName(int status) {
        return switch (status) {
            case 400 -> "InputError";
            case 401 -> "AuthenticationError";
            case 403, 422 -> "NotAllowedError";
            case 404 -> "NotFoundError";
            case 409 -> "ConflictError";
            case 503 -> "ServiceUnavailableError";
            default -> "Error";
        };
    }
}
