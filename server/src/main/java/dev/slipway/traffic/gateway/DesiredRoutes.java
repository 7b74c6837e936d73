package dev.slipway.traffic.gateway;

import dev.slipway.desiredstate.Desired;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The routes of a desired state. */
final class DesiredRoutes implements Routes {

    DesiredRoutes(Desired desired) {}

    @Override
    public Target resolve(String host, String method, String path, Supplier<Map<String, String>> headers) {
        return new Target.UnknownHost();
    }

    @Override
    public List<Host> hosts() {
        return List.of();
    }
}
