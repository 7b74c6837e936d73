package dev.slipway.catalog.discovery;

import dev.slipway.catalog.store.SourceRows;
import dev.slipway.catalog.store.UnreadRows;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.ui.LiveUpdates;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads repositories one by one. One that cannot be read now is looked at again in the next run and shown with its reason; the
 * others go on, whatever it is: anybody may write in one what nobody thought of.
 */
@Component
class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final UnreadRows unread;
    private final SourceRows sources;
    private final LiveUpdates live;
    private final Clock clock;

    Attempts(UnreadRows unread, SourceRows sources, LiveUpdates live, Clock clock) {
        this.unread = unread;
        this.sources = sources;
        this.live = live;
        this.clock = clock;
    }

    /** Reads what changed in a repository; answers whether it could. */
    boolean at(RepositoryRef repository, Runnable look) {
        try {
            look.run();
            return true;
        } catch (RuntimeException e) {
            failed(repository, e);
            return false;
        }
    }

    /** Reads all that a repository has, after which nothing is left of an attempt that failed. */
    boolean atAll(RepositoryRef repository, Runnable look) {
        boolean done = at(repository, look);
        if (done && unread.remove(repository.toString())) {
            LOG.info("The catalog can read {} again", repository);
            live.changed("catalog/" + repository);
        }
        return done;
    }

    /** Whether something in it may have changed that was not followed. */
    boolean failedBefore(RepositoryRef repository) {
        return unread.contains(repository.toString());
    }

    /** Notes that a repository could not be read; it is looked at again. */
    void failed(RepositoryRef repository, RuntimeException failure) {
        sources.due(List.of(repository.toString()));
        if (unread.add(repository.toString(), reason(failure), clock.instant())) {
            LOG.warn("The catalog cannot read {} and tries again every minute", repository, failure);
            live.changed("catalog/" + repository);
        }
    }

    /** Said to everybody, so nothing of the server's inside. */
    private static String reason(RuntimeException failure) {
        return switch (failure) {
            case ProblemException known -> String.valueOf(known.getMessage());
            case UncheckedIOException _ -> "Its Git data cannot be read. The server's log tells why.";
            default -> "Slipway met an error that nobody foresaw. The server's log tells which.";
        };
    }
}
