package dev.slipway.helm;

import java.time.Instant;
import java.util.List;

/**
 * How a chart is rendered.
 *
 * @param name of the release; a DNS name of at most 53 characters
 * @param namespace that it goes to
 * @param values what comes on top of the chart's own, each over those before it
 * @param capabilities what templates are told about the cluster
 * @param validateSchema whether the values must be as {@code values.schema.json} says
 * @param now what {@code now} gives, as a render must not depend on when it is done
 */
public record ReleaseOptions(
        String name,
        String namespace,
        List<ValueSource> values,
        Capabilities capabilities,
        boolean validateSchema,
        Instant now) {

    public ReleaseOptions {
        values = List.copyOf(values);
    }

    public static ReleaseOptions of(String name, String namespace) {
        return new ReleaseOptions(name, namespace, List.of(), Capabilities.usual(), true, Instant.EPOCH);
    }

    public ReleaseOptions withValues(List<? extends ValueSource> more) {
        return new ReleaseOptions(name, namespace, List.copyOf(more), capabilities, validateSchema, now);
    }

    public ReleaseOptions withValues(ValueSource... more) {
        return withValues(List.of(more));
    }

    public ReleaseOptions withCapabilities(Capabilities others) {
        return new ReleaseOptions(name, namespace, values, others, validateSchema, now);
    }

    public ReleaseOptions withoutSchemas() {
        return new ReleaseOptions(name, namespace, values, capabilities, false, now);
    }

    public ReleaseOptions at(Instant moment) {
        return new ReleaseOptions(name, namespace, values, capabilities, validateSchema, moment);
    }
}
