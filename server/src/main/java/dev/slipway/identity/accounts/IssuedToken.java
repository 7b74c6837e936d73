package dev.slipway.identity.accounts;

import dev.slipway.identity.Permission;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token, without its secret.
 *
 * @param scopes what it may do at most; empty for all that its account may
 * @param lastUsedAt to the minute; null when it was never used
 */
public record IssuedToken(
        String account,
        String name,
        Set<Permission> scopes,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
