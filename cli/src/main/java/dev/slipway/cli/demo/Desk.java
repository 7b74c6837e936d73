package dev.slipway.cli.demo;

import dev.slipway.cli.client.ServerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the demo's people clone, edit and propose. What reaches out is tried again, as they would if the server went away.
 *
 * @param workspace holds the clones
 */
public record Desk(People people, Path workspace, Patience patience, PullRequests pullRequests) {

    /** A clone of the repository in this directory of the workspace, in which this person commits. */
    public Git clone(String person, String repository, String directory) {
        Git git = new Git(workspace);
        String url = people.cloneUrl(person, repository);
        patience.await(
                "a clone of " + repository,
                () -> succeeded(git.tryRun("clone", "-q", url, directory)),
                () -> git.tryRun("ls-remote", url).output());
        Git clone = new Git(workspace.resolve(directory));
        clone.run("config", "user.name", person);
        clone.run("config", "user.email", person + "@example.com");
        return clone;
    }

    /** @throws DemoFailure when that changes nothing */
    public void edit(String file, UnaryOperator<String> change) {
        Path path = workspace.resolve(file);
        try {
            String before = Files.readString(path);
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new DemoFailure("There was nothing to change in " + file + ".");
            }
            Files.writeString(path, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new file, which the next commit has. */
    void add(String clone, String file, String text) {
        Path directory = workspace.resolve(clone);
        try {
            Files.writeString(directory.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Git(directory).run("add", file);
    }

    /** Commits what was edited on a new branch and opens a pull request; returns its number. */
    public int propose(Git git, ServerClient author, String repository, String branch, String title) {
        git.run("checkout", "-q", "-b", branch);
        push(git, branch, title);
        return pullRequests.open(author, repository, branch, title);
    }

    /** Commits what was edited and pushes the branch. */
    void push(Git git, String branch, String title) {
        git.run("commit", "-q", "-a", "-m", title);
        patience.await(
                "the push of " + branch,
                () -> succeeded(git.tryRun("push", "-q", "origin", branch)),
                () -> git.tryRun("push", "origin", branch).output());
    }

    private static Optional<Git.Result> succeeded(Git.Result result) {
        return Optional.of(result).filter(each -> each.exitCode() == 0);
    }
}
