package dev.slipway.scaffolding.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run is started with.
 *
 * @param parameters the answers, without those that are secret
 * @param secrets by the names of their fields; what {@code secrets.<name>} means in a step's input
 */
public record Submission(Map<String, @Nullable Object> parameters, Map<String, String> secrets) {}
