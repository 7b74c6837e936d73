package dev.slipway.kustomize.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files that say which fields are changed and how lists are merged.
 *
 * @param openapi the path of the schemas, or null
 */
public record Definitions(
        List<Text> configurations,
        List<Text> crds,
        @Nullable Text openapi) {}
