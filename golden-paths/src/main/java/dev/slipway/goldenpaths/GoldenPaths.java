package dev.slipway.goldenpaths;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the shipped templates from the classpath. */
public final class GoldenPaths {

    private static final String ROOT = "/golden-paths";
    private static final String SHARED = "shared";

    private GoldenPaths() {}

    /**
     * Each template's files, with {@code template.yaml} at the root of its tree, by the template's name. What they share is
     * in each of them, below {@code shared/}: a template reads nothing outside of itself.
     */
    public static SortedMap<String, MemoryTree> all() {
        URL root = GoldenPaths.class.getResource(ROOT);
        if (root == null) {
            throw new IllegalStateException("The shipped templates are missing from the classpath.");
        }
        try {
            return read(root.toURI());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SortedMap<String, MemoryTree> read(URI root) throws IOException {
        if (root.getScheme().equals("file")) {
            return templates(Path.of(root));
        }
        try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
            return templates(jar.getPath(ROOT));
        }
    }

    private static SortedMap<String, MemoryTree> templates(Path root) throws IOException {
        SortedMap<String, MemoryTree> templates = new TreeMap<>();
        SortedMap<String, FileContent> shared = files(root.resolve(SHARED), SHARED + "/");
        for (Path directory : children(root)) {
            if (Files.isRegularFile(directory.resolve("template.yaml"))) {
                SortedMap<String, FileContent> files = files(directory, "");
                files.putAll(shared);
                templates.put(directory.getFileName().toString().replace("/", ""), MemoryTree.of(files));
            }
        }
        return templates;
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.toList();
        }
    }

    private static SortedMap<String, FileContent> files(Path directory, String prefix) throws IOException {
        SortedMap<String, FileContent> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                String path = directory.relativize(file).toString().replace('\\', '/');
                byte[] bytes = Files.readAllBytes(file);
                files.put(prefix + path, new FileContent(bytes, mode(bytes)));
            }
        }
        return files;
    }

    /** A jar keeps no permissions: a script says itself what it is. */
    private static FileMode mode(byte[] bytes) {
        boolean script = bytes.length > 1 && bytes[0] == '#' && bytes[1] == '!';
        return script ? FileMode.EXECUTABLE : FileMode.REGULAR;
    }
}
