package dev.slipway.scaffolder;

/** Something has been written about a run, in this process: a hint for those who follow it. */
public record RunChanged(RunId run) {}
