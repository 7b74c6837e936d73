package dev.slipway.catalog.search;

import dev.slipway.catalog.CatalogException;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Lets those who ask for large documents wait for each other, so that memory has room for what all of them read: a document is
 * there several times on its way to an answer. What is read counts until the request is answered.
 */
@Component
class LargeReads {

    private static final int MEBIBYTE = 1 << 20;
    private static final int MOST = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TAKEN = LargeReads.class.getName();

    private final Semaphore mebibytes = new Semaphore(MOST, true);

    /**
     * Waits until there is room for so many bytes. A request waits but once, as two that have some of the room could wait for
     * each other's; and nobody waits who serves no request, or would keep a connection to the database meanwhile.
     *
     * @throws CatalogException with UNAVAILABLE when there is none for long
     */
    void await(long bytes) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null
                || request.getAttribute(TAKEN, RequestAttributes.SCOPE_REQUEST) != null
                || TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        int needed = (int) Math.min(MOST, (bytes + MEBIBYTE - 1) / MEBIBYTE);
        if (!taken(needed)) {
            throw new CatalogException(
                    ProblemCode.UNAVAILABLE,
                    Problem.of("Too many large entities are being read at the moment.")
                            .next("Ask again in a moment, or for fewer of them."));
        }
        request.setAttribute(TAKEN, needed, RequestAttributes.SCOPE_REQUEST);
        request.registerDestructionCallback(TAKEN, () -> mebibytes.release(needed), RequestAttributes.SCOPE_REQUEST);
    }

    private boolean taken(int needed) {
        try {
            return mebibytes.tryAcquire(needed, PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
