package dev.slipway.operations.archive;

import java.io.IOException;
import java.nio.file.Path;

/** Where what lies in the archive. */
final class ArchiveNames {

    static final String MANIFEST = "manifest.json";
    static final String FILES = "data/";

    private ArchiveNames() {}

    static String table(String name) {
        return "database/" + name + ".copy";
    }

    static String file(Path relative) {
        return FILES + relative.toString().replace('\\', '/');
    }

    /** The place of an entry below a directory, which none leaves. */
    static Path path(String entry, Path directory) throws IOException {
        Path target = directory.resolve(entry.substring(FILES.length())).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("\"" + entry + "\" leads out of the directory");
        }
        return target;
    }
}
