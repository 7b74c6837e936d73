package dev.slipway.previews.manifests;

import dev.slipway.kernel.Release;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PreviewRules;
import dev.slipway.platform.RegisteredService;
import dev.slipway.previews.Preview;

/**
 * A preview and where it stands.
 *
 * @param entrance what of its commit's manifests the world reaches
 */
public record PreviewSite(
        PlatformDefinition definition,
        PreviewRules rules,
        RegisteredService service,
        int number,
        Release release,
        Entrance entrance) {

    String name() {
        return Preview.application(service.name(), number);
    }

    String file() {
        return "pr-" + number + ".yaml";
    }

    String namespace() {
        return rules.namespace(service.team(), service.name(), number);
    }

    String host() {
        return rules.host(service.team(), service.name(), number);
    }

    Cluster cluster() {
        return definition
                .cluster(rules.cluster())
                .orElseThrow(() -> new IllegalStateException("There is no cluster " + rules.cluster()));
    }
}
