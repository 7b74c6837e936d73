package dev.slipway.promotion.flow;

import dev.slipway.builds.Images;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.Release;
import dev.slipway.promotion.PromotionException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a Release runs is there, and stays as long as the Release is on its way. */
@Component
class ReleaseImages {

    private final Images images;

    ReleaseImages(Images images) {
        this.images = images;
    }

    /** Marks them as needed; one that is missing shows when it cannot be pulled. */
    void use(Release release) {
        var _ = images.use(release.images());
    }

    /** @throws PromotionException with CONFLICT when one was removed */
    void require(Release release) {
        Map<String, ImageDigest> missing = images.use(release.images());
        if (!missing.isEmpty()) {
            throw new PromotionException(
                    ProblemCode.CONFLICT,
                    Problem.of("Release " + release.id() + " cannot run: its image \""
                                    + missing.keySet().iterator().next()
                                    + "\" was removed, for nothing needed it for long.")
                            .next("Build commit " + release.commit().brief()
                                    + " again, and promote what comes of it."));
        }
    }
}
