package dev.slipway.git.imports;

import dev.slipway.git.GitImports;
import dev.slipway.kernel.CommitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.BatchRefUpdate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceiveCommand;

/** A fetched history before and while it gets its names. */
record HiddenRefs(Repository git, String defaultBranch) {

    private static final String WRITERS_BRANCHES = "refs/heads/slipway/";

    /** The branches by the names that they get. */
    SortedMap<String, CommitId> branches() {
        SortedMap<String, CommitId> branches = new TreeMap<>();
        try (RevWalk walk = new RevWalk(git)) {
            for (Ref ref : hidden()) {
                String name = name(ref);
                if (name.startsWith(Constants.R_HEADS)
                        && walk.peel(walk.parseAny(ref.getObjectId())) instanceof RevCommit commit) {
                    branches.put(name, new CommitId(commit.name()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return branches;
    }

    void publish() {
        try {
            List<ReceiveCommand> commands = new ArrayList<>();
            for (Ref ref : hidden()) {
                String name = name(ref);
                if (!name.startsWith(WRITERS_BRANCHES) && git.exactRef(name) == null) {
                    commands.add(new ReceiveCommand(ObjectId.zeroId(), ref.getObjectId(), name));
                }
            }
            apply(commands);
            apply(hidden().stream()
                    .map(ref -> new ReceiveCommand(ref.getObjectId(), ObjectId.zeroId(), ref.getName()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Ref> hidden() throws IOException {
        return git.getRefDatabase().getRefsByPrefix(GitImports.HIDDEN);
    }

    private String name(Ref ref) {
        String name = "refs/" + ref.getName().substring(GitImports.HIDDEN.length());
        return name.equals(Constants.R_HEADS + defaultBranch) ? Constants.R_HEADS + "main" : name;
    }

    private void apply(List<ReceiveCommand> commands) throws IOException {
        if (commands.isEmpty()) {
            return;
        }
        BatchRefUpdate update = git.getRefDatabase().newBatchUpdate();
        update.setAllowNonFastForwards(true);
        update.setRefLogMessage("import", false);
        update.addCommand(commands);
        try (RevWalk walk = new RevWalk(git)) {
            update.execute(walk, NullProgressMonitor.INSTANCE);
        }
        for (ReceiveCommand command : commands) {
            if (command.getResult() != ReceiveCommand.Result.OK) {
                throw new IOException(
                        "Git answered " + command.getResult() + " when " + command.getRefName() + " was imported.");
            }
        }
    }
}
