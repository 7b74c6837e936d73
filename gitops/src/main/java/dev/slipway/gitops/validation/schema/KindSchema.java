package dev.slipway.gitops.validation.schema;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The schema of one kind in one version.
 *
 * @param source where it comes from, in words: {@code Kubernetes 1.36}, or a file
 * @param root as OpenAPI v3 has it
 * @param custom whether Kubernetes holds objects against it as against a custom resource's structural schema
 * @param definitions what {@code $ref} names
 */
public record KindSchema(
        String source,
        Map<String, @Nullable Object> root,
        boolean custom,
        Function<String, Map<String, @Nullable Object>> definitions) {

    /** How many CEL rules stand in it, at any depth: they are not evaluated. */
    public int rules() {
        return custom ? rules(root) : 0;
    }

    private static int rules(@Nullable Object schema) {
        int rules = 0;
        if (schema instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (entry.getKey().equals("x-kubernetes-validations")) {
                    rules += entry.getValue() instanceof Number number
                            ? number.intValue()
                            : entry.getValue() instanceof Iterable<?> list ? size(list) : 0;
                } else {
                    rules += rules(entry.getValue());
                }
            }
        } else if (schema instanceof Iterable<?> list) {
            for (Object each : list) {
                rules += rules(each);
            }
        }
        return rules;
    }

    private static int size(Iterable<?> list) {
        int size = 0;
        for (Object _ : list) {
            size++;
        }
        return size;
    }
}
