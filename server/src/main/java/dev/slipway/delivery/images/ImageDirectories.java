package dev.slipway.delivery.images;

import dev.slipway.builds.Images;
import dev.slipway.builds.StoredImage;
import dev.slipway.delivery.images.Pull.CannotPull;
import dev.slipway.delivery.images.Pull.Pulled;
import dev.slipway.delivery.images.Pull.Pulling;
import dev.slipway.kernel.ImageDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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

    private static final String DRAFT = "unpacking";

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

    /** The images that were unpacked before this time. */
    public List<ImageDigest> unpackedBefore(Instant time) throws IOException {
        return directories("[0-9a-f]{64}", time).stream()
                .map(root -> new ImageDigest("sha256:" + root.getFileName()))
                .toList();
    }

    /** How much room it takes. */
    public long bytes(ImageDigest digest) throws IOException {
        try (Stream<Path> files = Files.walk(root(digest))) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /**
     * Removes an unpacked image; a pod that begins meanwhile unpacks it anew.
     *
     * @param unneeded asked once nobody can be given the directory any more: pods have their rows before they ask
     * @return whether it went
     */
    public boolean remove(ImageDigest digest, BooleanSupplier unneeded) throws IOException {
        Path draft = directory.resolve(DRAFT + digest.brief());
        unpacking.lock();
        try {
            pulls.keySet().removeIf(reference -> reference.endsWith(digest.value()));
            if (!unneeded.getAsBoolean()) {
                return false;
            }
            FileSystemUtils.deleteRecursively(draft);
            Files.move(root(digest), draft, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            unpacking.unlock();
        }
        FileSystemUtils.deleteRecursively(draft);
        return true;
    }

    /** Removes what was left half unpacked, or half removed, before this time. */
    public void removeDrafts(Instant before) throws IOException {
        for (Path draft : directories(DRAFT + ".*", before)) {
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    private List<Path> directories(String name, Instant before) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(each -> each.getFileName().toString().matches(name))
                    .filter(each -> each.toFile().lastModified() < before.toEpochMilli())
                    .toList();
        }
    }

    private Path root(ImageDigest digest) {
        return directory.resolve(digest.value().substring("sha256:".length()));
    }

    private UnpackedImage unpacked(StoredImage image) throws IOException {
        Path target = root(image.digest());
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
        Path draft = Files.createTempDirectory(directory, DRAFT);
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
