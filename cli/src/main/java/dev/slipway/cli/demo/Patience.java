package dev.slipway.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what takes a while, asking again and again. */
public final class Patience {

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final Duration longest;
    private final Supplier<Optional<String>> hopeless;

    public Patience(Duration longest) {
        this(longest, Optional::empty);
    }

    private Patience(Duration longest, Supplier<Optional<String>> hopeless) {
        this.longest = longest;
        this.hopeless = hopeless;
    }

    /** As long, and no longer than there is no reason why it is in vain. */
    public Patience unless(Supplier<Optional<String>> reason) {
        return new Patience(longest, reason);
    }

    /**
     * The first value there is.
     *
     * @param what is waited for, for the message
     * @param now says how it stands, for the message
     */
    public <T> T await(String what, Supplier<Optional<T>> value, Supplier<String> now) {
        Instant giveUp = Instant.now().plus(longest);
        while (true) {
            Optional<T> found = value.get();
            if (found.isPresent()) {
                return found.get();
            }
            hopeless.get().ifPresent(reason -> {
                throw new DemoFailure("Waited for " + what + ". " + reason);
            });
            if (Instant.now().isAfter(giveUp)) {
                throw new DemoFailure("Waited " + longest.toSeconds() + " s for " + what + ". Now: " + now.get());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted.");
        }
    }
}
