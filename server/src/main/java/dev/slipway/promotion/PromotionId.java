package dev.slipway.promotion;

/** The number of a promotion, from 1. */
public record PromotionId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
