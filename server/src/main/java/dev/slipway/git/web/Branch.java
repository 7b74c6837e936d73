package dev.slipway.git.web;

import dev.slipway.git.Commit;

/** A branch and its newest commit. */
public record Branch(String name, Commit head) {}
