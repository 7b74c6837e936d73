package dev.slipway.support;

import java.net.URI;
import org.springframework.core.env.Environment;

/** Everybody who may call the server under test. */
public final class Callers {

    private final Environment environment;

    Callers(Environment environment) {
        this.environment = environment;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    /** Somebody who is not signed in. */
    public Caller anybody() {
        return new Caller(address(), "");
    }
}
