package dev.slipway.delivery.images;

import dev.slipway.builds.Images;
import dev.slipway.builds.StoredImage;
import dev.slipway.delivery.images.Pull.CannotPull;
import dev.slipway.delivery.images.Pull.Pulled;
import dev.slipway.delivery.images.Pull.Pulling;
import dev.slipway.kernel.ImageDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Images of our store, unpacked once per digest into {@code <data>/cluster/images/<digest>/}. A directory is there wholly or
 * not at all. Pulling happens beside the caller, who asks again.
 */
@Component
public class ImageDirectories {

    private static final Logger LOG = LoggerFactory.getLogger(ImageDirectories.class);

    private final Images images;
    private final Path directory;
    private final Map<String, Pull> pulls = new ConcurrentHashMap<>();
    private final ReentrantLock unpacking = new ReentrantLock();

    public ImageDirectories(Images images, @Value("${slipway.data}") Path data) {
        this.images = images;
        this.directory = data.toAbsolutePath().normalize().resolve("cluster/images");
    }

    /** Starts to pull when nobody has; a failure is forgotten once told, so that asking again tries again. */
    public Pull pull(String reference) {
        Pull pull = pulls.computeIfAbsent(reference, this::begin);
        if (pull instanceof CannotPull) {
            pulls.remove(reference, pull);
        }
        return pull;
    }

    private Pull begin(String reference) {
        Thread.ofVirtual().name("pull-" + reference).start(() -> pulls.put(reference, fetched(reference)));
        return new Pulling();
    }

    private Pull fetched(String text) {
        ImageReference reference = new ImageReference(text);
        Optional<ImageDigest> digest = reference.digest();
        if (digest.isEmpty()) {
            return new CannotPull("cannot pull \"" + text + "\": it names no digest (name@sha256:…)");
        }
        try {
            Optional<StoredImage> image = images.find(reference.name(), digest.get());
            return image.isPresent()
                    ? new Pulled(unpacked(image.get()))
                    : new CannotPull("cannot pull \"" + text
                            + "\": the local cluster runs images of Slipway's own store only, and it is not there");
        } catch (IOException | RuntimeException e) {
            LOG.warn("The image \"{}\" cannot be unpacked.", text, e);
            return new CannotPull("cannot pull \"" + text + "\": " + e.getMessage());
        }
    }

    private UnpackedImage unpacked(StoredImage image) throws IOException {
        Path target = directory.resolve(image.digest().value().substring("sha256:".length()));
        unpacking.lock();
        try {
            if (!Files.isDirectory(target)) {
                unpack(image, target);
            }
            return new UnpackedImage(image, target);
        } finally {
            unpacking.unlock();
        }
    }

    private void unpack(StoredImage image, Path target) throws IOException {
        Files.createDirectories(directory);
        Path draft = Files.createTempDirectory(directory, "unpacking");
        try {
            LayerArchive archive = new LayerArchive(draft);
            for (StoredImage.Layer layer : image.layers()) {
                archive.unpack(layer);
            }
            UnpackedImage drafted = new UnpackedImage(image, draft);
            Files.createDirectories(drafted.workingDirectory());
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileSystemUtils.deleteRecursively(draft);
        }
    }
}
