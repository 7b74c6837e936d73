package dev.slipway.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.util.FileSystemUtils;

/**
 * Where Tomcat keeps uploads on their way. Otherwise each start makes directories among the machine's temporary files, which a
 * killed process leaves there; this one is emptied by the next start.
 */
final class TomcatDirectory implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;

    TomcatDirectory(DataDirectory data) {
        this.path = data.path().resolve("tomcat");
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        Path documents = path.resolve("documents");
        try {
            FileSystemUtils.deleteRecursively(path);
            Files.createDirectories(documents, OWNER_ONLY);
        } catch (IOException e) {
            throw LaunchException.of("Tomcat's directory \"" + path + "\" cannot be made anew", e);
        }
        factory.setBaseDirectory(path.toFile());
        factory.setDocumentRoot(documents.toFile());
    }
}
