package dev.slipway.audit.store;

import dev.slipway.audit.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;

/**
 * An entry before it has its hash.
 *
 * @param at in whole microseconds, as PostgreSQL keeps it
 */
record AuditRow(
        long number,
        Instant at,
        String account,
        String actor,
        String action,
        String subject,
        SortedMap<String, String> details) {

    /** The hash that comes before the first entry's. */
    static final String GENESIS = "0".repeat(64);

    static AuditRow of(AuditEntry entry) {
        return new AuditRow(
                entry.number(),
                entry.at(),
                entry.account(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                new java.util.TreeMap<>(entry.details()));
    }

    /** SHA-256 over the previous hash and every value, each preceded by its length so that none can run into the next. */
    String hash(String previous) {
        MessageDigest hash = sha256();
        add(hash, previous);
        add(hash, Long.toString(number));
        add(hash, at.toString());
        add(hash, account);
        add(hash, actor);
        add(hash, action);
        add(hash, subject);
        details.forEach((key, value) -> {
            add(hash, key);
            add(hash, value);
        });
        return HexFormat.of().formatHex(hash.digest());
    }

    private static void add(MessageDigest hash, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        hash.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        hash.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
