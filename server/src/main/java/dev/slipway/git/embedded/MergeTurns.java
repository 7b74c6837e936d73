package dev.slipway.git.embedded;

import dev.slipway.kernel.RepositoryRef;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Merges of one repository, one after another: who asks for the same merge at the same time looks at the pull request once it is
 * merged, instead of preparing a second commit over the first. Pushes do not wait here; the branch is moved by compare-and-set.
 */
@Component
class MergeTurns {

    private final Map<RepositoryRef, Lock> locks = new ConcurrentHashMap<>();

    <T> T take(RepositoryRef repository, Supplier<T> merge) {
        Lock lock = locks.computeIfAbsent(repository, _ -> new ReentrantLock());
        lock.lock();
        try {
            return merge.get();
        } finally {
            lock.unlock();
        }
    }
}
