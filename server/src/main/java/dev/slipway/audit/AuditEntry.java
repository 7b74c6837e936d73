package dev.slipway.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One row of the audit.
 *
 * @param hash SHA-256 over the previous row's hash and this row's content, in hexadecimal
 */
public record AuditEntry(
        long number,
        Instant at,
        String account,
        String actor,
        String action,
        String subject,
        Map<String, String> details,
        String hash) {}
