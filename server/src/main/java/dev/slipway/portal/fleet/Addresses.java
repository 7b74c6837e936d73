package dev.slipway.portal.fleet;

import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.platform.RegisteredService;
import org.springframework.stereotype.Component;

/** Where services answer. */
@Component
public class Addresses {

    private static final int HTTP = 80;

    private final PlatformProperties properties;

    Addresses(PlatformProperties properties) {
        this.properties = properties;
    }

    /** The URL of a service in an environment, at the front listener. */
    public String of(Environment environment, RegisteredService service) {
        String host = environment.host(service.team(), service.name());
        return "http://" + host + (properties.port() == HTTP ? "" : ":" + properties.port()) + "/";
    }
}
