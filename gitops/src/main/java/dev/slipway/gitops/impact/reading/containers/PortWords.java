package dev.slipway.gitops.impact.reading.containers;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ContainerMeaning;
import dev.slipway.kustomize.document.Values;
import java.util.stream.Stream;

/** Ports of containers, and those of the node that lead to them. */
final class PortWords {

    private static final String HOST_PORT = "hostPort";

    private PortWords() {}

    static Stream<ContainerMeaning> of(String container, Difference difference) {
        String port = difference.path().elementOf("ports").orElse("");
        boolean whole = difference.path().isElementOf("ports");
        String before = whole ? Values.text(difference.before(), HOST_PORT) : difference.textBefore();
        String after = whole ? Values.text(difference.after(), HOST_PORT) : difference.textAfter();
        if (!whole && difference.path().last().equals(HOST_PORT)) {
            return Stream.of(new ContainerMeaning.HostPort(container, port, before, after));
        }
        ContainerMeaning turned = new ContainerMeaning.Port(container, port, difference.turnOf("ports"));
        return whole && (before != null || after != null)
                ? Stream.of(turned, new ContainerMeaning.HostPort(container, port, before, after))
                : Stream.of(turned);
    }
}
