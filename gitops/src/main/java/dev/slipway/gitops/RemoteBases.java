package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.kustomize.remote.RemoteBase;
import dev.slipway.kustomize.remote.RemoteRepositories;
import dev.slipway.kustomize.remote.RemoteTree;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Remote bases of kustomizations, in the repositories that Applications' sources are read from too. */
public record RemoteBases(Sources sources) implements RemoteRepositories {

    @Override
    public Optional<FileTree> tree(String repository, String ref) {
        return SourceReader.found(sources, new Revision(repository, ref)) instanceof Answer.Found found
                ? Optional.of(found.tree())
                : Optional.empty();
    }

    /** A tree with the remote bases that its kustomizations name. */
    public FileTree beside(FileTree tree) {
        return new RemoteTree(tree, this);
    }

    /** Those that paths in such a tree lie in. */
    static List<Revision> among(Collection<String> paths) {
        return paths.stream()
                .flatMap(path -> RemoteBase.at(path).stream())
                .map(base -> new Revision(base.repository(), base.ref()))
                .distinct()
                .toList();
    }
}
