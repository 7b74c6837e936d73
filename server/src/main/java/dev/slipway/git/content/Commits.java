package dev.slipway.git.content;

import dev.slipway.git.Commit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.FooterLine;
import org.eclipse.jgit.revwalk.RevCommit;

/** Makes a record of a parsed commit. */
final class Commits {

    private Commits() {}

    static Commit of(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        PersonIdent committer = commit.getCommitterIdent();
        return new Commit(
                Ids.commit(commit),
                Arrays.stream(commit.getParents()).map(Ids::commit).toList(),
                new Commit.Person(author.getName(), author.getEmailAddress()),
                author.getWhenAsInstant(),
                new Commit.Person(committer.getName(), committer.getEmailAddress()),
                committer.getWhenAsInstant(),
                commit.getFullMessage(),
                trailers(commit));
    }

    private static Map<String, String> trailers(RevCommit commit) {
        Map<String, String> trailers = new HashMap<>();
        for (FooterLine line : commit.getFooterLines()) {
            trailers.put(line.getKey(), line.getValue());
        }
        return trailers;
    }
}
