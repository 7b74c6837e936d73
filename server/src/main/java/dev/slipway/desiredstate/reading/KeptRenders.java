package dev.slipway.desiredstate.reading;

import dev.slipway.gitops.Renderer;
import dev.slipway.gitops.store.KeptBytes;
import dev.slipway.gitops.store.KeptFiles;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What was rendered, kept below the data directory, so that a start renders nothing that was rendered before. */
@Component
class KeptRenders {

    private static final Logger LOG = LoggerFactory.getLogger(KeptRenders.class);

    private final int atOnce;
    private final KeptBytes bytes;

    /**
     * @param megabytes on disk; 0 keeps nothing there
     * @param atOnce how many renders run side by side; 0 for as many as there are processors
     */
    KeptRenders(
            @Value("${slipway.data}") Path data,
            @Value("${slipway.rendering.kept-megabytes:512}") long megabytes,
            @Value("${slipway.rendering.at-once:0}") int atOnce) {
        this.atOnce = atOnce > 0 ? atOnce : Runtime.getRuntime().availableProcessors();
        this.bytes = megabytes == 0 ? KeptBytes.none() : open(data.resolve("renders"), megabytes << 20);
    }

    Renderer renderer() {
        return new Renderer(atOnce, bytes);
    }

    /** A cache that cannot be opened must not keep anybody from starting. */
    private static KeptBytes open(Path directory, long mostBytes) {
        try {
            return KeptFiles.open(directory, mostBytes);
        } catch (IOException e) {
            LOG.warn("Renders are not kept across restarts: \"{}\" cannot be opened.", directory, e);
            return KeptBytes.none();
        }
    }

    @PreDestroy
    void close() {
        if (bytes instanceof KeptFiles files) {
            try {
                files.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
