package dev.slipway.promotion;

/** The states of a promotion. */
public enum PromotionState {
    PENDING,
    /** The gates are being evaluated. */
    RUNNING,
    COMMITTING,
    DEPLOYING,
    SUCCEEDED,
    FAILED,
    REJECTED,
    SUPERSEDED,
    CANCELLED;

    public boolean ended() {
        return switch (this) {
            case PENDING, RUNNING, COMMITTING, DEPLOYING -> false;
            case SUCCEEDED, FAILED, REJECTED, SUPERSEDED, CANCELLED -> true;
        };
    }
}
