package dev.slipway.scaffolding;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the form.
 *
 * @param schema its JSON Schema with {@code ui:*} merged in
 */
public record ParameterPage(String title, String description, Map<String, @Nullable Object> schema) {}
