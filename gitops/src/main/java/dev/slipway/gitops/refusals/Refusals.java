package dev.slipway.gitops.refusals;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.placement.Landscape;
import dev.slipway.gitops.placement.Landscape.Cluster;
import dev.slipway.gitops.validation.syntax.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Holds an Application's own words against what Argo CD takes. */
public record Refusals(Landscape landscape) {

    public List<Finding> of(RenderedApplication rendered) {
        Application application = rendered.application();
        List<Finding> findings = new ArrayList<>();
        name(application, findings);
        destination(application, findings);
        findings.addAll(SourceRefusals.of(rendered));
        return findings;
    }

    private static void name(Application application, List<Finding> findings) {
        String name = application.name();
        if (isFilled(name) && !Names.isSubdomain(name)) {
            findings.add(finding(application, "it cannot be called so.", Names.SUBDOMAIN, "Correct metadata.name."));
        }
    }

    private void destination(Application application, List<Finding> findings) {
        String name = application.object().text("spec", "destination", "name").orElse("");
        String server =
                application.object().text("spec", "destination", "server").orElse("");
        if (!name.isEmpty() && !server.isEmpty()) {
            findings.add(finding(
                    application,
                    "its destination has the name \"" + name + "\" and the server \"" + server
                            + "\", which Argo CD refuses.",
                    "one of destination.name and destination.server",
                    "Take one of them out."));
        } else if (isFilled(application.cluster()) && !isKnown(application.cluster())) {
            findings.add(finding(
                    application,
                    "platform.yaml has no cluster \"" + application.cluster() + "\".",
                    "one of " + landscape.clusters().stream().map(Cluster::name).collect(Collectors.joining(", ")),
                    "Correct spec.destination, or list the cluster in platform.yaml."));
        }
        if (isFilled(application.namespace()) && !Names.isLabel(application.namespace())) {
            findings.add(finding(
                    application,
                    "no namespace can be called \"" + application.namespace() + "\".",
                    Names.LABEL,
                    "Correct spec.destination.namespace."));
        }
    }

    /** Argo CD's own cluster needs no entry; a server may be that of any cluster whose server is not said. */
    private boolean isKnown(String destination) {
        boolean byServer = destination.contains("://");
        return landscape.clusters().isEmpty()
                || destination.equals("in-cluster")
                || landscape.clusters().stream()
                        .anyMatch(each -> byServer
                                ? each.server().isEmpty() || each.server().equals(destination)
                                : each.name().equals(destination));
    }

    /** What an ApplicationSet left open is told at the set. */
    private static boolean isFilled(String text) {
        return !text.isEmpty() && !text.contains("{{") && !text.contains("<no value>");
    }

    static Finding finding(Application application, String what, String expected, String next) {
        return new Finding(
                application.file(), "The Application \"" + application.name() + "\": " + what, expected, next);
    }
}
