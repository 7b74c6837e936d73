package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerAddress;
import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.Tokens;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.Surroundings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that talks to the server. */
public abstract class ServerCommand implements Callable<Integer> {

    static final String API = "/api/v1";

    /** How long a server that is being started again is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Surroundings surroundings;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    ServerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public final Integer call() {
        ServerAddress address = connection.address(surroundings.environment());
        return run(new ServerClient(address, new Tokens(surroundings).find(address), PATIENCE), output());
    }

    /** Does what the command is for, and returns its exit code. */
    abstract int run(ServerClient server, Output output);

    /** Whether the caller reads JSON; also for problems. */
    public Output output() {
        return new Output(surroundings.out(), surroundings.err(), connection.json());
    }

    final Surroundings surroundings() {
        return surroundings;
    }

    /** How long ago, as of now. */
    static Instant now() {
        return Instant.now();
    }

    /** Part of a path: whatever somebody types stays one segment. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String service(String name) {
        return API + "/services/" + segment(name);
    }

    static String environment(String service, String environment) {
        return service(service) + "/environments/" + segment(environment);
    }
}
