package dev.slipway.kernel;

/** The name of an environment, for example staging. A DNS label (RFC 1123). */
public record EnvironmentName(String value) implements Comparable<EnvironmentName> {

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
