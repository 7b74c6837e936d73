package dev.slipway.builds.images;

import dev.slipway.kernel.ImageDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Blobs by digest in {@code <data>/images}, an OCI image layout. A blob is there wholly or not at all, whenever the process ends. */
@Component
public class Blobs {

    private static final String LAYOUT = "{\"imageLayoutVersion\":\"1.0.0\"}";

    private final Path root;
    private final Path blobs;
    /** Many may put blobs in at the same time, but not while one that looks old is being removed. */
    private final ReadWriteLock changing = new ReentrantReadWriteLock();

    public Blobs(@Value("${slipway.data}") Path data) {
        this.root = data.toAbsolutePath().normalize().resolve("images");
        this.blobs = root.resolve("blobs/sha256");
    }

    public Optional<Path> find(ImageDigest digest) {
        Path blob = path(digest);
        return Files.isRegularFile(blob) ? Optional.of(blob) : Optional.empty();
    }

    /** The bytes of a small blob: a manifest or a configuration. */
    public Optional<byte[]> read(ImageDigest digest) {
        return find(digest).map(Blobs::bytes);
    }

    /** Stores what the stream holds; throws when that is not what the digest says. */
    public void store(ImageDigest expected, InputStream content) throws IOException {
        Files.createDirectories(blobs);
        Files.writeString(root.resolve("oci-layout"), LAYOUT);
        Path temporary = Files.createTempFile(root, "blob", ".part");
        try {
            ImageDigest actual = copy(content, temporary);
            if (!actual.equals(expected)) {
                throw new IOException("A blob has the digest " + actual + " instead of " + expected + ".");
            }
            changing.readLock().lock();
            try {
                Files.move(temporary, path(expected), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                changing.readLock().unlock();
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Every blob with its size. */
    public Map<ImageDigest, Long> sizes() {
        return files(blobs, "[0-9a-f]{64}").stream()
                .collect(Collectors.toMap(
                        file -> new ImageDigest("sha256:" + file.getFileName()),
                        file -> file.toFile().length()));
    }

    /** Whether it was stored after this time: an image that is being stored may be about to name it. */
    public boolean isNewerThan(Instant time, ImageDigest digest) {
        return path(digest).toFile().lastModified() >= time.toEpochMilli();
    }

    /** Removes a blob unless it was stored (again) after this time; says whether it went. */
    public boolean remove(ImageDigest digest, Instant unlessAfter) throws IOException {
        changing.writeLock().lock();
        try {
            return !isNewerThan(unlessAfter, digest) && Files.deleteIfExists(path(digest));
        } finally {
            changing.writeLock().unlock();
        }
    }

    /** Removes what processes that were killed before this time had begun to write. */
    public void removeParts(Instant before) throws IOException {
        for (Path part : files(root, "blob.*\\.part")) {
            if (part.toFile().lastModified() < before.toEpochMilli()) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static List<Path> files(Path directory, String name) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.getFileName().toString().matches(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(ImageDigest digest) {
        return blobs.resolve(digest.value().substring("sha256:".length()));
    }

    private static ImageDigest copy(InputStream content, Path file) throws IOException {
        MessageDigest hash = sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            new DigestInputStream(content, hash).transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
        return new ImageDigest("sha256:" + HexFormat.of().formatHex(hash.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
