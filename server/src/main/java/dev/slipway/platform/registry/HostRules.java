package dev.slipway.platform.registry;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.PlatformDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for names that do not depend on other services. */
final class HostRules {

    /** The portal's and the registry's hosts, the platform's own repository and trees. */
    private static final Set<String> RESERVED = Set.of("slipway", "registry", "platform", "localhost");

    /** What a preview's host looks like. */
    private static final Pattern PREVIEW = Pattern.compile(".*-pr-[0-9]+(-.*)?");

    /** Browsers decode such a label, and open no host whose code means nothing (RFC 5891, 2.3.2.1). */
    private static final String ENCODED = "xn--";

    private static final int LONGEST_LABEL = 63;

    private HostRules() {}

    static List<String> hosts(PlatformDefinition definition, ServiceName service, TeamName team) {
        return definition.environments().stream()
                .map(environment -> environment.host(team, service))
                .distinct()
                .toList();
    }

    static List<Problem> problems(PlatformDefinition definition, ServiceName service, TeamName team) {
        List<Problem> problems = new ArrayList<>();
        if (RESERVED.contains(service.value())
                || service.value().equals(definition.repository().name())) {
            problems.add(Problem.at("name", "The name \"" + service + "\" is reserved for the platform.")
                    .next("Choose another name."));
        }
        if (PREVIEW.matcher(service.value()).matches()) {
            problems.add(
                    Problem.at("name", "The name \"" + service + "\" looks like the host of a preview (-pr-<number>).")
                            .next("Choose another name."));
        }
        if (service.value().startsWith(ENCODED)) {
            problems.add(Problem.at(
                            "name",
                            "The name \"" + service + "\" begins with \"" + ENCODED
                                    + "\", which browsers take for an encoded international name.")
                    .next("Choose another name."));
        }
        for (String host : hosts(definition, service, team)) {
            int label = host.indexOf('.');
            if (label > LONGEST_LABEL) {
                problems.add(
                        Problem.at("name", "The host \"" + host + "\" would have a label of " + label + " characters.")
                                .expecting("at most 63")
                                .next("Shorten the name by " + (label - LONGEST_LABEL) + "."));
            }
        }
        return problems;
    }
}
