package dev.slipway.builds.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A directory like {@code ~/.m2} that somebody filled beforehand, for machines that reach no Maven repository: builds read
 * its {@code repository} and its {@code wrapper/dists} too, and never change them.
 */
@Component
public class MavenHome {

    private final Optional<Path> directory;

    public MavenHome(@Value("${slipway.builds.maven.user-home:}") String directory) {
        this.directory = Optional.of(directory)
                .filter(text -> !text.isBlank())
                .map(text -> Path.of(text).toAbsolutePath().normalize())
                .filter(Files::isDirectory);
    }

    Optional<Path> directory() {
        return directory;
    }

    Optional<Path> repository() {
        return directory.map(home -> home.resolve("repository")).filter(Files::isDirectory);
    }

    Optional<Path> distributions() {
        return directory.map(home -> home.resolve("wrapper/dists")).filter(Files::isDirectory);
    }
}
