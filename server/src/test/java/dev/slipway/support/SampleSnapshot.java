package dev.slipway.support;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A tree as if it were a commit's. */
public record SampleSnapshot(RepositoryRef repository, CommitId commit, FileTree tree) implements Snapshot {

    /** Of a repository and commit that do not matter. */
    public SampleSnapshot(FileTree tree) {
        this(new RepositoryRef("acme", "billing"), new CommitId("0".repeat(40)), tree);
    }

    @Override
    public Optional<String> objectId(String path) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> files(Predicate<String> wanted) {
        throw new UnsupportedOperationException("not asked for by what is tested");
    }

    @Override
    public Optional<TreeEntry> entry(String path) {
        return tree.entry(path);
    }

    @Override
    public List<TreeEntry> list(String directory) {
        return tree.list(directory);
    }

    @Override
    public byte[] read(String path) {
        return tree.read(path);
    }
}
