package dev.slipway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class PackagedLibrariesIT {

    /** No ahead-of-time cache takes the classes of a signed one. */
    @Test
    void noneIsSigned() throws IOException {
        List<String> libraries = new ArrayList<>();
        List<String> signed = new ArrayList<>();
        try (ZipFile packaged = new ZipFile(PackagedServer.packaged().toFile())) {
            for (ZipEntry library : packaged.stream()
                    .filter(each -> each.getName().matches("BOOT-INF/lib/.+\\.jar"))
                    .toList()) {
                libraries.add(library.getName());
                if (isSigned(packaged.getInputStream(library))) {
                    signed.add(library.getName());
                }
            }
        }

        assertThat(libraries).anyMatch(each -> each.contains("org.eclipse.jgit-"));
        assertThat(signed).isEmpty();
    }

    private static boolean isSigned(InputStream library) throws IOException {
        try (ZipInputStream content = new ZipInputStream(library)) {
            for (ZipEntry each = content.getNextEntry(); each != null; each = content.getNextEntry()) {
                if (each.getName().matches("META-INF/[^/]+\\.SF")) {
                    return true;
                }
            }
            return false;
        }
    }
}
