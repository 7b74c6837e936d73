package dev.slipway.ui;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Answers a request with problems, in the form its caller understands; for filters and servlets, which no advice covers. */
public interface ProblemWriter {

    /** Writes problem details (RFC 9457) to API clients, with Backstage's error beside them where the API is its, plain text to Git, a fragment to htmx, a page to browsers. */
    void write(HttpServletRequest request, HttpServletResponse response, ProblemCode code, List<Problem> problems)
            throws IOException;
}
