package dev.slipway.desiredstate.web;

import dev.slipway.gitops.inspect.Inspection.InspectedApplication;
import java.util.List;
import java.util.Locale;

/**
 * Which Applications somebody wants to see; the empty text wants all.
 *
 * @param query part of a name, service, environment, namespace or host
 * @param only {@code untold} for those of which something cannot be told, {@code problems} for those with
 *     findings, {@code doubts} for those to look at
 */
record ApplicationFilter(String query, String only) {

    static final List<String> KINDS = List.of("untold", "problems", "doubts");

    ApplicationFilter {
        query = query.strip();
    }

    List<InspectedApplication> of(List<InspectedApplication> applications) {
        String wanted = query.toLowerCase(Locale.ROOT);
        return applications.stream()
                .filter(each -> is(each, only) && isMeant(each, wanted))
                .toList();
    }

    static boolean is(InspectedApplication application, String kind) {
        return switch (kind) {
            case "untold" -> isUntold(application);
            case "problems" -> !application.findings().isEmpty();
            case "doubts" -> !application.doubts().isEmpty();
            default -> true;
        };
    }

    /** An app of apps has no environment to tell. */
    private static boolean isUntold(InspectedApplication application) {
        boolean environment = application.belonging().environment() == null
                && application.makes().isEmpty();
        return environment || application.images().stream().anyMatch(image -> image.decidedAt() == null);
    }

    private static boolean isMeant(InspectedApplication application, String wanted) {
        return wanted.isEmpty()
                || (application.name() + " " + application.namespace() + " "
                                + application.belonging().service() + " "
                                + application.belonging().environment() + " " + String.join(" ", application.hosts()))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }
}
