package dev.slipway.git.content;

import dev.slipway.kernel.CommitId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;

/** Between the kernel's ids and JGit's. */
public final class Ids {

    private Ids() {}

    public static ObjectId object(CommitId commit) {
        return ObjectId.fromString(commit.value());
    }

    public static CommitId commit(AnyObjectId id) {
        return new CommitId(id.name());
    }
}
