package dev.slipway.delivery.images;

import dev.slipway.builds.StoredImage.Layer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * Unpacks a layer (OCI image layer specification, with whiteouts) into a directory. An archive that would write or point
 * outside of the directory is refused.
 */
final class LayerArchive {

    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    private final Path root;

    LayerArchive(Path root) {
        this.root = root;
    }

    void unpack(Layer layer) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(layer.blob()));
                InputStream plain = layer.gzip() ? new GZIPInputStream(file) : file;
                TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar);
            }
        }
    }

    private void unpack(TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = inside(root.resolve(entry.getName().replaceFirst("^/+", "")), entry.getName());
        String name = target.equals(root) ? "" : String.valueOf(target.getFileName());
        if (name.startsWith(WHITEOUT)) {
            whiteOut(target, name);
        } else if (entry.isDirectory()) {
            requireRealParents(target);
            Files.createDirectories(target);
        } else {
            requireRealParents(target);
            Files.createDirectories(parent(target));
            FileSystemUtils.deleteRecursively(target);
            write(entry, content, target);
        }
    }

    private void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isSymbolicLink()) {
            Path link = Path.of(entry.getLinkName());
            Path leads = link.isAbsolute()
                    ? root.resolve(link.toString().substring(1))
                    : parent(target).resolve(link);
            Path destination = inside(leads, entry.getName());
            Files.createSymbolicLink(target, parent(target).relativize(destination));
        } else if (entry.isLink()) {
            Path original = inside(root.resolve(entry.getLinkName().replaceFirst("^/+", "")), entry.getName());
            requireRealParents(original);
            Files.copy(original, target, LinkOption.NOFOLLOW_LINKS);
        } else if (entry.isFile()) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            boolean executable = (entry.getMode() & 0111) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private void whiteOut(Path target, String name) throws IOException {
        requireRealParents(target);
        if (!name.equals(OPAQUE)) {
            FileSystemUtils.deleteRecursively(whitedOut(target, name.substring(WHITEOUT.length())));
        } else if (Files.isDirectory(parent(target))) {
            try (var entries = Files.list(parent(target))) {
                for (Path each : entries.toList()) {
                    FileSystemUtils.deleteRecursively(each);
                }
            }
        }
    }

    /** {@code .wh...} would take away the directory above, {@code .wh.} this one. */
    private Path whitedOut(Path target, String name) throws IOException {
        if (List.of("", ".", "..").contains(name)) {
            throw new IOException("A layer's entry \"" + root.relativize(target) + "\" whites out no name.");
        }
        return target.resolveSibling(name);
    }

    /** The root itself is made before anything is unpacked. */
    private Path parent(Path target) {
        Path parent = target.getParent();
        return parent == null ? root : parent;
    }

    private Path inside(Path path, String entry) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(root)) {
            throw new IOException("A layer's entry \"" + entry + "\" leads out of the image.");
        }
        return normal;
    }

    /** An entry below a symbolic link would be written wherever that leads. */
    private void requireRealParents(Path target) throws IOException {
        for (Path parent = target.getParent();
                parent != null && parent.startsWith(root) && !parent.equals(root);
                parent = parent.getParent()) {
            if (Files.isSymbolicLink(parent)) {
                throw new IOException(
                        "A layer's entry \"" + root.relativize(target) + "\" lies below a symbolic link.");
            }
        }
    }
}
