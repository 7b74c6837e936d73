package dev.slipway.scaffolder;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Puts templates into the platform repository, as a merged pull request would. */
final class OwnTemplates {

    private static final RepositoryRef PLATFORM = new RepositoryRef("acme", "platform");

    private final GitContent content;

    OwnTemplates(GitContent content) {
        this.content = content;
    }

    /** @param spec what stands below {@code spec}, but its type */
    void put(String name, String spec) {
        String text = "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: " + name
                + ", title: Test of " + name + "}\nspec:\n  type: service\n" + spec.indent(2);
        commit(PLATFORM, "templates/" + name + "/template.yaml", text);
    }

    /** Takes a directory of the test resources {@code templates/} as it is. */
    void copy(String name) {
        Path directory = directory(name);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                commit(PLATFORM, "templates/" + name + "/" + directory.relativize(file), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory(String name) {
        try {
            return Path.of(Objects.requireNonNull(OwnTemplates.class.getResource("/templates/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    void commit(RepositoryRef repository, String path, String text) {
        NewCommit commit = new NewCommit(
                List.of(new FileChange.Put(path, FileContent.text(text))),
                "Add " + path,
                new Commit.Person("test", "test@example.org"));
        PushOutcome outcome;
        do {
            CommitId head = content.resolve(repository, "main").orElse(null);
            outcome = content.push(repository, new BranchUpdate("main", head, head, List.of(commit)));
        } while (outcome instanceof PushOutcome.Moved);
        if (!(outcome instanceof PushOutcome.Pushed)) {
            throw new AssertionError(path + " was not pushed: " + outcome);
        }
    }
}
