package dev.slipway.previews.sweep;

import dev.slipway.builds.ImagesInUse;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.previews.store.PreviewRow;
import dev.slipway.previews.store.PreviewStore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Images that previews show. Those that they are about to show come from heads of branches, which builds keep by themselves. */
@Component
class PreviewedImages implements ImagesInUse {

    private final PreviewStore store;

    PreviewedImages(PreviewStore store) {
        this.store = store;
    }

    @Override
    public Answer inUse() {
        return new Known(store.all().stream().flatMap(PreviewedImages::images).collect(Collectors.toSet()));
    }

    private static Stream<ImageDigest> images(PreviewRow row) {
        return row.preview().release() == null ? Stream.of() : row.preview().release().images().values().stream();
    }
}
