package dev.slipway.kernel;

import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a team, the first part of its namespaces. A DNS label (RFC 1123). */
public record TeamName(@JsonValue String value) implements Comparable<TeamName> {

    public TeamName {
        Names.dnsLabel("team name", value);
    }

    @Override
    public int compareTo(TeamName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
