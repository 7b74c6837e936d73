package dev.slipway.builds.cache;

import dev.slipway.builds.store.BuildDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Dependencies that builds of protected branches have downloaded. Every build reads it; none writes to it: what a trusted
 * one has downloaded to its own home is added by Slipway when it has ended, and nothing that is there is ever replaced.
 * Thread-safe.
 */
@Component
public class DependencyCache {

    private static final Logger LOG = LoggerFactory.getLogger(DependencyCache.class);

    /** How much is left after a removal: it is not done for every build anew. */
    private static final double KEPT_SHARE = 0.8;

    private final Path root;
    private final long limit;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private volatile boolean grown;

    /** Work that reads the cache. */
    public interface Use<T, E extends Exception> {
        T run() throws E, IOException, InterruptedException;
    }

    public DependencyCache(
            BuildDirectories directories, @Value("${slipway.builds.dependency-cache:2GB}") DataSize limit) {
        this.root = directories.dependencies();
        this.limit = limit.toBytes();
    }

    /** The directory to read from; it exists. */
    public Path directory() throws IOException {
        return Files.createDirectories(root);
    }

    /** Does something during which nothing is removed from the cache. */
    public <T, E extends Exception> T reading(Use<T, E> work) throws E, IOException, InterruptedException {
        use.readLock().lock();
        try {
            return work.run();
        } finally {
            use.readLock().unlock();
        }
    }

    /**
     * Adds what is not there yet, then removes the oldest if it has become too much.
     *
     * @return how many units were added
     */
    public int add(List<CachedUnit> units) throws IOException {
        int added = 0;
        for (CachedUnit unit : units) {
            added += unit.addTo(directory()) ? 1 : 0;
        }
        grown |= added > 0;
        if (grown) {
            shrink();
        }
        return added;
    }

    /** While a build reads, nothing is removed: the next one that has read tries again. */
    private void shrink() throws IOException {
        if (!use.writeLock().tryLock()) {
            return;
        }
        try {
            grown = false;
            int removed = new Eviction(root).shrink(limit, (long) (limit * KEPT_SHARE));
            if (removed > 0) {
                LOG.info("Removed {} dependencies that were downloaded long ago.", removed);
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
