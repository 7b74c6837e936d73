package dev.slipway.identity.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Remembers for a second whose token it is, so that a program that asks question after question does not have the database asked
 * each time. A token that is revoked here is forgotten at once; one that another replica revokes, within that second. What
 * changes something is not to rely on it.
 */
@Component
public class RecentTokens {

    static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final Tokens tokens;
    private final Clock clock;
    private final Map<String, Known> byHash = new ConcurrentHashMap<>();
    private final AtomicInteger revocations = new AtomicInteger();

    RecentTokens(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    private record Known(TokenHolder holder, Instant until) {}

    /** Whose token this is, or was a moment ago. */
    public Optional<TokenHolder> holder(String secret) {
        String hash = Secrets.hash(secret);
        Known known = byHash.get(hash);
        return known != null && clock.instant().isBefore(known.until())
                ? Optional.of(known.holder())
                : lookedUp(secret, hash);
    }

    private Optional<TokenHolder> lookedUp(String secret, String hash) {
        int before = revocations.get();
        Instant until = clock.instant().plus(REMEMBERED);
        Optional<TokenHolder> holder = tokens.use(secret);
        if (byHash.size() >= MOST) {
            byHash.clear();
        }
        holder.ifPresentOrElse(found -> byHash.put(hash, new Known(found, until)), () -> byHash.remove(hash));
        if (revocations.get() != before) {
            byHash.remove(hash); // it may have been read before, and put here after, it was revoked
        }
        return holder;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(TokenRevoked revoked) {
        revocations.incrementAndGet();
        byHash.values()
                .removeIf(known -> known.holder().token().account().equals(revoked.account())
                        && known.holder().token().name().equals(revoked.name()));
    }
}
