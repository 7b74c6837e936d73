package dev.slipway.kernel;

import com.fasterxml.jackson.annotation.JsonValue;

/** The name of an environment, for example staging. A DNS label (RFC 1123). */
public record EnvironmentName(@JsonValue String value) implements Comparable<EnvironmentName> {

    public EnvironmentName {
        Names.dnsLabel("environment name", value);
    }

    @Override
    public int compareTo(EnvironmentName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
