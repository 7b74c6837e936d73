package dev.slipway.kustomize.read;

import java.util.List;

/** Generators, transformers and validators that stand in documents of their own: paths, or the documents themselves. */
public record Extensions(List<Text> generators, List<Text> transformers, List<Text> validators) {}
