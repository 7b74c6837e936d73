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
public final class Newest<K, V> {

    private final Function<K, V> make;
    private @Nullable Making<K, V> making;
    private volatile @Nullable V made;

    public Newest(Function<K, V> make) {
        this.make = make;
    }

    private record Making<K, V>(K of, CompletableFuture<V> result) {}

    /** What is made of this, waiting for it as long as it takes. */
    public V of(K key) {
        Making<K, V> asked = asked(key);
        while (!asked.of().equals(key)) {
            asked.result().handle((_, _) -> "done").join();
            asked = asked(key);
        }
        return joined(asked.result());
    }

    /** What is made of this, or of the one before if that takes longer; what was never made is waited for. */
    public V of(K key, Duration patience) {
        CompletableFuture<V> result = asked(key).result();
        V before = made;
        return before == null ? joined(result) : within(result, patience).orElse(before);
    }

    /** What is made of this, or of the one before if that takes longer; empty while neither is there. */
    public Optional<V> find(K key, Duration patience) {
        CompletableFuture<V> result = asked(key).result();
        return within(result, patience).or(() -> Optional.ofNullable(made));
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

    private static <V> Optional<V> within(CompletableFuture<V> result, Duration patience) {
        try {
            return Optional.of(result.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (ExecutionException _) {
            return Optional.of(joined(result));
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
