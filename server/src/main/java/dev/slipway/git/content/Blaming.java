package dev.slipway.git.content;

import dev.slipway.git.BlameLine;
import dev.slipway.git.Commit;
import dev.slipway.kernel.CommitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.blame.BlameGenerator;
import org.eclipse.jgit.blame.BlameResult;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Finds who wrote each line of a file. */
final class Blaming {

    private final Repository git;
    private final Map<ObjectId, Commit> commits = new HashMap<>();

    Blaming(Repository git) {
        this.git = git;
    }

    List<BlameLine> of(CommitId commit, String path) {
        try (BlameGenerator generator = new BlameGenerator(git, path);
                RevWalk walk = new RevWalk(git)) {
            generator.setFollowFileRenames(true);
            generator.push(null, Ids.object(commit));
            BlameResult result = BlameResult.create(generator);
            return result == null ? List.of() : lines(result, walk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<BlameLine> lines(BlameResult result, RevWalk walk) throws IOException {
        result.computeAll();
        RawText text = result.getResultContents();
        List<BlameLine> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            Commit commit = commit(result.getSourceCommit(i), walk);
            if (commit != null) {
                lines.add(new BlameLine(i + 1, text.getString(i), commit));
            }
        }
        return lines;
    }

    private @Nullable Commit commit(@Nullable RevCommit source, RevWalk walk) throws IOException {
        if (source == null) {
            return null;
        }
        Commit known = commits.get(source);
        if (known == null) {
            known = Commits.of(walk.parseCommit(source));
            commits.put(source.copy(), known);
        }
        return known;
    }
}
