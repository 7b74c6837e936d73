package dev.slipway.cli.demo;

import dev.slipway.cli.client.ServerClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The users of the sample teams, each with a client and the URL under which they clone. */
public final class People {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int port;
    private final JsonNode secrets;

    private People(int port, JsonNode secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    /** @param data the data directory, whose sample-users.json only its owner can read */
    public static People read(int port, Path data) {
        try {
            return new People(port, JsonMapper.shared().readTree(Files.readString(data.resolve("sample-users.json"))));
        } catch (IOException e) {
            throw new DemoFailure("The sample users cannot be read: " + e.getMessage());
        }
    }

    /** A client that acts for this person. */
    public ServerClient client(String person) {
        return new ServerClient(URI.create("http://127.0.0.1:" + port), token(person), PATIENCE);
    }

    /** The URL of a repository for this person's git. */
    public String cloneUrl(String person, String repository) {
        return "http://" + person + ":" + token(person) + "@127.0.0.1:" + port + "/git/" + repository + ".git";
    }

    /** The password for the portal. */
    public String password(String person) {
        return secrets.path(person).path("password").asString();
    }

    /** What authenticates at the API and at Git. */
    public String token(String person) {
        return secrets.path(person).path("token").asString();
    }
}
