package dev.slipway.catalog.discovery;

import dev.slipway.catalog.ingest.SourceFile.FilePattern;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.entities.Includes;
import dev.slipway.git.GitContent;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the files that placeholders name: of the same repository at the same commit, of others on their default branch. */
@Component
class IncludedFiles {

    private static final int LARGEST = 16 << 20;

    private final FileAddresses addresses;
    private final GitContent git;
    private final Attempts attempts;

    IncludedFiles(FileAddresses addresses, GitContent git, Attempts attempts) {
        this.addresses = addresses;
        this.git = git;
        this.attempts = attempts;
    }

    /** What the placeholders of a file mean. */
    Includes of(RepositoryRef repository, Snapshot snapshot, String path) {
        return target -> {
            FilePattern file = addresses
                    .resolve(repository, path, target)
                    .orElseThrow(() -> new Includes.IncludeException("\"" + target + "\" "
                            + (target.contains("://")
                                    ? "is in no repository that the catalog reads."
                                    : "leads out of the repository.")));
            return text(repository, snapshot, file)
                    .orElseThrow(() -> new Includes.IncludeException("there is no file \"" + target + "\"."));
        };
    }

    /** What the placeholders of an entity mean that is to lie at this address. */
    Includes at(String address) {
        return addresses
                .resolve(address)
                .flatMap(file -> head(RepositoryRef.parse(file.repository()))
                        .map(head -> of(RepositoryRef.parse(file.repository()), head, file.pattern())))
                .orElse(target -> {
                    throw new Includes.IncludeException("nobody can tell where \"" + target + "\" is: \"" + address
                            + "\" is no address of a file that the catalog reads.");
                });
    }

    private Optional<String> text(RepositoryRef repository, Snapshot snapshot, FilePattern file) {
        RepositoryRef other = RepositoryRef.parse(file.repository());
        try {
            return other.equals(repository) ? text(Optional.of(snapshot), file) : foreign(other, file);
        } catch (TreeException e) {
            throw new Includes.IncludeException(String.valueOf(e.getMessage()));
        }
    }

    /** One that cannot be read must not hinder those that include it: they are read again once it can be. */
    private Optional<String> foreign(RepositoryRef other, FilePattern file) {
        try {
            return text(head(other), file);
        } catch (UncheckedIOException e) {
            attempts.failed(other, e);
            throw new Includes.IncludeException(other + " cannot be read now.");
        }
    }

    private static Optional<String> text(Optional<Snapshot> tree, FilePattern file) {
        return tree.filter(files -> files.isFile(file.pattern())).map(files -> text(files, file.pattern()));
    }

    private static String text(Snapshot tree, String path) {
        try (InputStream stream = tree.open(path)) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Includes.IncludeException(
                        "\"" + path + "\" is larger than " + (LARGEST >> 20) + " MiB, as no entity can be.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Snapshot> head(RepositoryRef repository) {
        return Optional.of(repository)
                .filter(git::exists)
                .flatMap(there -> git.resolve(there, "HEAD"))
                .map(head -> git.snapshot(repository, head));
    }
}
