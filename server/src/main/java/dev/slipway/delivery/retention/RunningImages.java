package dev.slipway.delivery.retention;

import dev.slipway.builds.ImagesInUse;
import dev.slipway.delivery.store.PodRows;
import dev.slipway.desiredstate.NamedImages;
import dev.slipway.kernel.ImageDigest;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What should run, ran before, and does run: what Git names, and what pods and applied objects name. */
@Component
class RunningImages implements ImagesInUse {

    private final NamedImages named;
    private final PodRows rows;

    RunningImages(NamedImages named, PodRows rows) {
        this.named = named;
        this.rows = rows;
    }

    @Override
    public Answer inUse() {
        return inUse(NamedImages.Reach.HISTORY);
    }

    /** Without what is only kept for rolling back. */
    Answer now() {
        return inUse(NamedImages.Reach.TIP);
    }

    private Answer inUse(NamedImages.Reach reach) {
        return switch (named.named(reach)) {
            case NamedImages.Unknown(String reason) -> new Unknown(reason);
            case NamedImages.Known(Set<ImageDigest> digests) -> {
                Set<ImageDigest> all = new HashSet<>(digests);
                all.addAll(rows.imagesOfPodsAndObjects());
                yield new Known(all);
            }
        };
    }
}
