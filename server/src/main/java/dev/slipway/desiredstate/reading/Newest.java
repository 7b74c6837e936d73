package dev.slipway.desiredstate.reading;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is made of the newest of something, made when somebody asks. Of a large repository that takes seconds: who does not
 * want to wait for it gets what was made of the one before. One is made at a time. Safe for use by several threads.
 */
final class Newest<K, V> {

    private final Function<K, V> make;
    private @Nullable Making<K, V> making;
    private volatile @Nullable V made;

    Newest(Function<K, V> make) {
        this.make = make;
    }

    private record Making<K, V>(K of, CompletableFuture<V> result) {}

    /** What is made of this, or of the one before if that takes longer; empty while neither is there. */
    Optional<V> find(K key, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        Making<K, V> asked = asked(key);
        while (!asked.of().equals(key) && isOver(asked.result(), until)) {
            asked = asked(key);
        }
        return asked.of().equals(key) && isOver(asked.result(), until)
                ? Optional.of(joined(asked.result()))
                : Optional.ofNullable(made);
    }

    private synchronized Making<K, V> asked(K key) {
        Making<K, V> last = making;
        boolean useful = last != null
                && !last.result().isCompletedExceptionally()
                && (last.of().equals(key) || !last.result().isDone());
        if (last == null || !useful) {
            last = new Making<>(key, new CompletableFuture<>());
            making = last;
            CompletableFuture<V> result = last.result();
            Thread.ofVirtual().name("newest-", 0).start(() -> fulfil(key, result));
        }
        return last;
    }

    private void fulfil(K key, CompletableFuture<V> result) {
        try {
            V now = make.apply(key);
            made = now;
            result.complete(now);
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    /** Waits for it until then. */
    private static boolean isOver(CompletableFuture<?> result, long until) {
        try {
            return result.handle((_, _) -> true).get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <V> V joined(CompletableFuture<V> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
