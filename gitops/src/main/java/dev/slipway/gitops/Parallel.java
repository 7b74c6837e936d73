package dev.slipway.gitops;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does things side by side, not more at once than is allowed, whoever asks for them. */
final class Parallel {

    private final Semaphore permits;

    Parallel(int limit) {
        this.permits = new Semaphore(limit);
    }

    /** The results in the order of what they were made of; the first failure is thrown. */
    <T, R> List<R> map(List<T> all, Function<T, R> make) {
        if (all.size() < 2) {
            return all.stream().map(make).toList();
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> results = all.stream()
                    .map(each -> threads.submit(permitted(() -> make.apply(each))))
                    .toList();
            return results.stream().map(Parallel::result).toList();
        }
    }

    private <R> Callable<R> permitted(Callable<R> task) {
        return () -> {
            permits.acquire();
            try {
                return task.call();
            } finally {
                permits.release();
            }
        };
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while rendering.", e);
        }
    }
}
