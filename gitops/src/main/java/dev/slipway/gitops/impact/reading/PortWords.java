package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ContainerMeaning;
import dev.slipway.gitops.impact.meaning.ContainerMeaning.Turn;
import dev.slipway.kustomize.document.Values;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ports of containers, and those of the node that lead to them. */
final class PortWords {

    private static final String HOST_PORT = "hostPort";

    private PortWords() {}

    static Stream<ContainerMeaning> of(String container, Difference difference) {
        String port = difference.path().elementOf("ports").orElse("");
        boolean whole = difference.path().isElementOf("ports");
        String before = hostPort(whole, difference.before());
        String after = hostPort(whole, difference.after());
        if (!whole && difference.path().last().equals(HOST_PORT)) {
            return Stream.of(new ContainerMeaning.HostPort(container, port, before, after));
        }
        ContainerMeaning turned =
                new ContainerMeaning.Port(container, port, whole ? ContainerReader.turn(difference) : Turn.CHANGED);
        return whole && (before != null || after != null)
                ? Stream.of(turned, new ContainerMeaning.HostPort(container, port, before, after))
                : Stream.of(turned);
    }

    private static @Nullable String hostPort(boolean whole, @Nullable Object side) {
        return whole ? Values.text(side, HOST_PORT) : ContainerReader.text(side);
    }
}
