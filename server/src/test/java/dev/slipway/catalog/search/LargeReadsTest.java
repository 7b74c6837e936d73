package dev.slipway.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.catalog.CatalogException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@Timeout(20)
class LargeReadsTest {

    private static final long MEBIBYTE = 1 << 20;

    private final LargeReads reads = new LargeReads();

    @AfterEach
    void endRequest() {
        RequestContextHolder.resetRequestAttributes();
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    @Test
    void waitUntilThoseBeforeHaveBeenAnswered() {
        Request first = new Request(10 * MEBIBYTE);
        Request second = new Request(6 * MEBIBYTE);
        first.goesOn();
        second.goesOn();

        Request third = new Request(5 * MEBIBYTE);
        third.waits();
        second.end();

        third.goesOn();
    }

    @Test
    void waitForAllRoomWhenLargerThanThat() {
        Request small = new Request(MEBIBYTE);
        small.goesOn();

        Request huge = new Request(500 * MEBIBYTE);
        huge.waits();
        small.end();

        huge.goesOn();
    }

    @Test
    void waitOnceForARequest() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));

        reads.await(16 * MEBIBYTE);
        reads.await(16 * MEBIBYTE);

        new Request(MEBIBYTE).waits();
    }

    @Test
    void doNotWaitWithATransactionOrWithoutARequest() {
        new Request(16 * MEBIBYTE).goesOn();

        reads.await(MEBIBYTE);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        TransactionSynchronizationManager.setActualTransactionActive(true);
        reads.await(MEBIBYTE);
    }

    @Test
    void areRefusedWhenInterrupted() {
        new Request(16 * MEBIBYTE).goesOn();
        Request interrupted = new Request(MEBIBYTE);
        interrupted.waits();

        interrupted.thread.interrupt();

        assertThatThrownBy(interrupted.reading::join)
                .hasCauseInstanceOf(CatalogException.class)
                .hasMessageContaining("Too many large entities");
    }

    /** One that reads so much in a thread of its own. */
    private final class Request {
        private final ServletRequestAttributes attributes = new ServletRequestAttributes(new MockHttpServletRequest());
        private final CompletableFuture<Void> reading = new CompletableFuture<>();
        private final Thread thread;

        Request(long bytes) {
            thread = Thread.ofVirtual().start(() -> {
                RequestContextHolder.setRequestAttributes(attributes);
                try {
                    reads.await(bytes);
                    reading.complete(null);
                } catch (RuntimeException e) {
                    reading.completeExceptionally(e);
                }
            });
        }

        void goesOn() {
            reading.join();
        }

        void waits() {
            await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
            assertThat(reading).isNotDone();
        }

        void end() {
            attributes.requestCompleted();
        }
    }
}
