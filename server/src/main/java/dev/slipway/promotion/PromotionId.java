package dev.slipway.promotion;

import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a promotion, from 1. */
public record PromotionId(@JsonValue long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
