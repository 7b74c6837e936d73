package dev.slipway.desiredstate.reading;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitException;
import dev.slipway.git.GitMirrors;
import dev.slipway.gitops.SourceException;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tree of a commit, opened when something is asked of it and let go again: most are rendered already. */
final class PinnedTree implements FileTree {

    private final GitContent git;
    private final RepositoryRef repository;
    private final CommitId commit;
    private volatile WeakReference<@Nullable FileTree> opened = new WeakReference<>(null);
    private volatile boolean gone;

    PinnedTree(GitContent git, RepositoryRef repository, CommitId commit) {
        this.git = git;
        this.repository = repository;
        this.commit = commit;
    }

    /** To be called when its repository is no longer there. */
    void forget() {
        gone = true;
    }

    boolean isThere() {
        return !gone;
    }

    boolean isMirrored() {
        return repository.organisation().equals(GitMirrors.ORGANISATION);
    }

    private FileTree tree() {
        FileTree open = opened.get();
        return open == null ? open() : open;
    }

    private FileTree open() {
        try {
            FileTree tree = git.snapshot(repository, commit);
            opened = new WeakReference<>(tree);
            return tree;
        } catch (GitException | UncheckedIOException e) {
            throw new SourceException(
                    "\"" + repository + "\" has no \"" + commit.value() + "\".",
                    isMirrored() ? StaleMirror.OLDER : "",
                    e);
        }
    }

    @Override
    public Optional<TreeEntry> entry(String path) {
        return tree().entry(path);
    }

    @Override
    public List<TreeEntry> list(String directory) {
        return tree().list(directory);
    }

    @Override
    public byte[] read(String path) {
        return tree().read(path);
    }

    @Override
    public Optional<String> contentId(String path) {
        return tree().contentId(path);
    }
}
