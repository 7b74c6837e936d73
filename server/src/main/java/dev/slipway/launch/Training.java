package dev.slipway.launch;

import dev.slipway.kernel.Rehearsal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** A start whose code the JVM records for its ahead-of-time cache: work is rehearsed, a few pages are looked at, then it ends. */
final class Training {

    /** The launcher sets it for such a start. */
    static final String VARIABLE = "SLIPWAY_TRAINING";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Training() {}

    static void rehearse(Rehearsal rehearsal, Progress progress) {
        try {
            rehearsal.rehearse();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) { // the rest is worth recording all the same
            progress.say("slipway: a rehearsal failed: " + e.getMessage());
        }
    }

    static void visit(int port) {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            for (String path : List.of("/", "/sign-in", "/assets/slipway.css", "/api/v1/services")) {
                URI uri = URI.create("http://localhost:" + port + path);
                client.send(
                        HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding());
            }
        } catch (IOException _) {
            // What was recorded until here serves as well.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
