package dev.slipway.previews.plan;

import dev.slipway.builds.BuildId;
import dev.slipway.kernel.ImageDigest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far the image of a pull request's newest commit is. */
public sealed interface BuildFact {

    record Built(Map<String, ImageDigest> images) implements BuildFact {
        public Built {
            images = Map.copyOf(images);
        }
    }

    /** @param build null when none is known yet */
    record Pending(@Nullable BuildId build) implements BuildFact {}

    /** @param log its last lines */
    record Failed(BuildId build, String reason, List<String> log) implements BuildFact {
        public Failed {
            log = List.copyOf(log);
        }
    }
}
