package dev.slipway.kernel;

import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a service, which is also the name of its repository and of its Kubernetes objects. A DNS label (RFC 1123). */
public record ServiceName(@JsonValue String value) implements Comparable<ServiceName> {

    public ServiceName {
        Names.dnsLabel("service name", value);
    }

    @Override
    public int compareTo(ServiceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
