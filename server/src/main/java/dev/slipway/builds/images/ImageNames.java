package dev.slipway.builds.images;

import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Image names as identities: which of them mean an image of this store, whatever the port. */
@Component
public class ImageNames {

    private final Platforms platforms;

    public ImageNames(Platforms platforms) {
        this.platforms = platforms;
    }

    /** The path in the store of an image's name; empty when another registry has it. */
    public Optional<String> path(String imageName) {
        int slash = imageName.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String host = imageName.substring(0, slash).replaceFirst(":[0-9]+$", "");
        return platforms
                .find()
                .filter(definition -> hosts(definition).contains(host))
                .map(definition -> imageName.substring(slash + 1));
    }

    /** The name that builds give to the images of a repository called this. */
    public String of(String repositoryName) {
        return platforms.current().registry() + "/" + repositoryName;
    }

    private static Set<String> hosts(PlatformDefinition definition) {
        String registry = definition.registry();
        String own = registry.substring(0, (registry + "/").indexOf('/')).replaceFirst(":[0-9]+$", "");
        return Set.copyOf(java.util.List.of(own, "registry." + definition.domain(), "slipway." + definition.domain()));
    }
}
