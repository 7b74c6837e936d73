package dev.slipway.ui.idempotency;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.ui.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a repeated POST with the answer to the first. Runs behind the security filters, because a key belongs to the
 * account that used it. (draft-ietf-httpapi-idempotency-key-header: other body 422, still running 409, here with Retry-After.)
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class IdempotencyFilter extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;
    private static final String SECONDS_TO_TRY_AGAIN = "1";

    private final IdempotencyKeys keys;
    private final ProblemWriter problems;

    IdempotencyFilter(IdempotencyKeys keys, ProblemWriter problems) {
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    protected void initFilterBean() {
        keys.releaseWhatAKilledProcessHeld();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/v1/")
                || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            refuse(request, response, ProblemCode.INVALID, "The key is empty or longer than 255 characters.");
            return;
        }
        Optional<BufferedRequest> buffered = BufferedRequest.of(request);
        if (buffered.isEmpty()) {
            refuseTooLarge(request, response);
            return;
        }
        answer(buffered.get(), response, chain, key);
    }

    private void answer(BufferedRequest request, HttpServletResponse response, FilterChain chain, String key)
            throws ServletException, IOException {
        Principal caller = request.getUserPrincipal();
        String account = caller == null ? "" : caller.getName();
        if (keys.take(account, key, request.fingerprint())) {
            runOnce(request, response, chain, account, key);
        } else {
            repeat(request, response, account, key);
        }
    }

    private void runOnce(
            BufferedRequest request, HttpServletResponse response, FilterChain chain, String account, String key)
            throws ServletException, IOException {
        ContentCachingResponseWrapper recorded = new ContentCachingResponseWrapper(response);
        boolean stored = false;
        try {
            chain.doFilter(request, recorded);
            stored = store(recorded, account, key);
        } finally {
            if (!stored) {
                keys.release(account, key);
            }
        }
        recorded.copyBodyToResponse();
    }

    /** A failure that is not the caller's is not remembered: trying again may work. */
    private boolean store(ContentCachingResponseWrapper recorded, String account, String key) {
        int status = recorded.getStatus();
        if (status >= 500 || status == 429) {
            return false;
        }
        keys.store(
                account,
                key,
                status,
                recorded.getContentType(),
                recorded.getHeader("Location"),
                recorded.getContentAsByteArray());
        return true;
    }

    private void repeat(BufferedRequest request, HttpServletResponse response, String account, String key)
            throws IOException {
        StoredAnswer answer = keys.find(account, key).orElse(null);
        if (answer == null || (answer.status() == null && answer.fingerprint().equals(request.fingerprint()))) {
            response.setHeader("Retry-After", SECONDS_TO_TRY_AGAIN);
            refuse(request, response, ProblemCode.CONFLICT, "The first request with this key is still running.");
        } else if (!answer.fingerprint().equals(request.fingerprint())) {
            refuse(request, response, ProblemCode.REFUSED, "The key was used for another request.");
        } else if (answer.body().isEmpty()) {
            refuse(request, response, ProblemCode.CONFLICT, "The request was carried out; its answer was not kept.");
        } else {
            send(response, answer, answer.body().get());
        }
    }

    private static void send(HttpServletResponse response, StoredAnswer answer, byte[] body) throws IOException {
        response.setStatus(Objects.requireNonNullElse(answer.status(), 200));
        response.setHeader("Idempotent-Replay", "true");
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.location() != null) {
            response.setHeader("Location", answer.location());
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private void refuseTooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problem.of("The body is larger than 4 MiB, which an Idempotency-Key cannot protect.")
                .next("Send a smaller body, or leave the key out; nothing was carried out.");
        problems.write(request, response, ProblemCode.TOO_LARGE, List.of(problem));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemCode code, String message)
            throws IOException {
        Problem problem = Problem.at(HEADER, message)
                .next("Use a new key for a new request; repeat a request with its own key and body.");
        problems.write(request, response, code, List.of(problem));
    }
}
