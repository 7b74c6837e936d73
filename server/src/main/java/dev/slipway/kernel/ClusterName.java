package dev.slipway.kernel;

import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a cluster in the platform definition. A DNS label (RFC 1123). */
public record ClusterName(@JsonValue String value) implements Comparable<ClusterName> {

    public ClusterName {
        Names.dnsLabel("cluster name", value);
    }

    @Override
    public int compareTo(ClusterName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
