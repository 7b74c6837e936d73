package dev.slipway.audit;

/** What a walk over the chain found. */
public sealed interface AuditVerification {

    record Intact(long entries) implements AuditVerification {}

    record Broken(long atNumber, String reason) implements AuditVerification {}
}
