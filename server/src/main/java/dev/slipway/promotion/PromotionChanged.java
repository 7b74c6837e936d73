package dev.slipway.promotion;

/** Hint: a promotion moved, or a hold or veto changed. */
public record PromotionChanged(PromotionId id) {}
