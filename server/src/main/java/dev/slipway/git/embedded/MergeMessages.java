package dev.slipway.git.embedded;

import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.MergeMethod;
import dev.slipway.git.PullRequest;
import dev.slipway.identity.Accounts;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a merge says. The trailers of what is merged stay readable on the target's first line of history. */
@Component
class MergeMessages {

    private static final int MOST_COMMITS = 250;

    private final GitContent git;
    private final Accounts accounts;

    MergeMessages(GitContent git, Accounts accounts) {
        this.git = git;
        this.accounts = accounts;
    }

    /** Whose commit it is, and its message. */
    record Words(String message, Commit.Person author) {}

    Words of(PullRequest pull, MergeMethod method) {
        Commit.Person author = author(pull);
        return switch (method) {
            case MERGE ->
                new Words(
                        message(
                                pull.title(),
                                "Merge pull request #" + pull.ref().number() + " from " + pull.sourceBranch(),
                                Trailers.slipway(head(pull))),
                        author);
            case SQUASH ->
                new Words(
                        message(
                                pull.title() + " (#" + pull.ref().number() + ")",
                                pull.body().strip(),
                                Trailers.kept(commits(pull), author)),
                        author);
        };
    }

    static Commit.Person person(String account) {
        return new Commit.Person(account, account + "@localhost");
    }

    private Commit.Person author(PullRequest pull) {
        return accounts.find(pull.author())
                .map(account -> new Commit.Person(account.displayName(), account.email()))
                .orElseGet(() -> person(pull.author()));
    }

    private List<Commit> head(PullRequest pull) {
        return git.commit(pull.ref().repository(), pull.head()).stream().toList();
    }

    private List<Commit> commits(PullRequest pull) {
        return git.log(pull.ref().repository(), pull.head(), pull.base(), null, MOST_COMMITS).stream()
                .filter(commit -> commit.parents().size() < 2)
                .toList()
                .reversed();
    }

    private static String message(String title, String body, String trailers) {
        StringBuilder message = new StringBuilder(title).append('\n');
        if (!body.isEmpty()) {
            message.append('\n').append(body).append('\n');
        }
        if (!trailers.isEmpty()) {
            message.append('\n').append(trailers).append('\n');
        }
        return message.toString();
    }
}
