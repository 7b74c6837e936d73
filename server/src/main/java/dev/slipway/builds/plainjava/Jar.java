package dev.slipway.builds.plainjava;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Writes jars whose bytes follow from their content alone: sorted entries, one fixed time. */
final class Jar {

    /** The earliest time that the format can hold. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Jar() {}

    /** @param directories whose files go in; of two with the same path the later */
    static void write(Path jar, String mainClass, List<Path> directories) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (Path directory : directories) {
            collect(directory, files);
        }
        files.remove(JarFile.MANIFEST_NAME);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            entry(out, JarFile.MANIFEST_NAME);
            manifest(mainClass).write(out);
            for (var each : files.entrySet()) {
                entry(out, each.getKey());
                Files.copy(each.getValue(), out);
            }
        }
    }

    private static void collect(Path directory, SortedMap<String, Path> files) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !Files.isSymbolicLink(file))
                    .forEach(file ->
                            files.put(directory.relativize(file).toString().replace('\\', '/'), file));
        }
    }

    private static void entry(JarOutputStream out, String name) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
    }

    private static Manifest manifest(String mainClass) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        return manifest;
    }
}
