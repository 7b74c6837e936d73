package dev.slipway.gitops.parity.fleet;

import dev.slipway.kustomize.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Application with what it renders to and where it belongs.
 *
 * @param service null for what belongs to the platform
 * @param cluster by its name in the platform definition
 * @param commit of its source
 * @param trouble why it says nothing of what runs: it does not render, or nothing was released yet; null when it does
 */
public record Member(
        String application,
        @Nullable String service,
        @Nullable String team,
        @Nullable String environment,
        String cluster,
        String namespace,
        String commit,
        List<Resource> objects,
        @Nullable String trouble) {

    public Member {
        objects = List.copyOf(objects);
    }
}
