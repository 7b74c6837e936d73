package dev.slipway.services;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a repository's files tell about how its service is built and run.
 *
 * @param stack for people, for example {@code Spring Boot, built by Maven}
 * @param template the golden path that it is most like, whose shared manifests it gets
 * @param builtHere whether the local runner will build it; otherwise another CI has to
 * @param build who builds it and why, a sentence
 * @param port that it listens on, and that the variable {@code PORT} says
 * @param alive path that answers while it lives; null when only the port is asked
 * @param ready path that answers when it takes requests; null when only the port is asked
 * @param metrics path of its metrics; null when none is known
 * @param smoke path that must answer after a deployment
 * @param variables that it needs to run as deployed here
 * @param warnings what people should look at
 */
public record Detection(
        String stack,
        String template,
        List<String> tags,
        boolean builtHere,
        String build,
        int port,
        @Nullable String alive,
        @Nullable String ready,
        @Nullable String metrics,
        String smoke,
        Map<String, String> variables,
        List<Evidence> evidence,
        List<String> warnings) {

    public Detection {
        tags = List.copyOf(tags);
        variables = new TreeMap<>(variables);
        evidence = List.copyOf(evidence);
        warnings = List.copyOf(warnings);
    }
}
