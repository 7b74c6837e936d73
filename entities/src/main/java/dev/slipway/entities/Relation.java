package dev.slipway.entities;

/** {@code source} is {@code type.forward()} {@code target}; which of the two declared it does not matter. */
public record Relation(EntityRef source, RelationType type, EntityRef target) {}
