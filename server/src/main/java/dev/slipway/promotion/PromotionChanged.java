package dev.slipway.promotion;

/** Hint: a promotion moved, and with it perhaps a hold or a veto. */
public record PromotionChanged(PromotionId id) {}
