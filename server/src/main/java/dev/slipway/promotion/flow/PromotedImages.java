package dev.slipway.promotion.flow;

import dev.slipway.builds.ImagesInUse;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.Release;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import dev.slipway.promotion.store.PromotionStore;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Images of Releases that are on their way, could be next, or could be asked for or rolled back to. A veto alone keeps none:
 * where it is lifted, what is among the newest builds is a candidate again.
 */
@Component
class PromotedImages implements ImagesInUse {

    private final Platforms platforms;
    private final ServiceNames services;
    private final DesiredState desired;
    private final Candidates candidates;
    private final PromotionStore promotions;
    private final int releases;

    PromotedImages(
            Platforms platforms,
            ServiceNames services,
            DesiredState desired,
            Candidates candidates,
            PromotionStore promotions,
            @Value("${slipway.retention.releases:10}") int releases) {
        this.platforms = platforms;
        this.services = services;
        this.desired = desired;
        this.candidates = candidates;
        this.promotions = promotions;
        this.releases = releases;
    }

    @Override
    public Answer inUse() {
        Optional<PlatformDefinition> definition = platforms.find();
        if (definition.isEmpty() || desired.current().isEmpty()) {
            return new Unknown("Which Releases may be promoted is not known yet: the platform definition is not read.");
        }
        Set<ImageDigest> digests = new HashSet<>();
        promotions.open().forEach(promotion -> add(promotion.release(), digests));
        for (RegisteredService service : services.services()) {
            definition.get().environments().stream()
                    .flatMap(environment -> releases(service, environment))
                    .forEach(release -> add(release, digests));
        }
        return new Known(digests);
    }

    private Stream<Release> releases(RegisteredService service, Environment environment) {
        return Stream.concat(
                candidates.candidate(service.name(), service.repository(), environment).stream(),
                promotions.wentLive(service.name(), environment.name()).stream().limit(releases));
    }

    private static void add(Release release, Set<ImageDigest> digests) {
        digests.addAll(release.images().values());
    }
}
