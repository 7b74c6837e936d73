package dev.slipway.git.web;

import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.git.GitContent;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.ui.Markdown;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads folders for pages. */
@Component
class Folders {

    private static final int LARGEST_README = 1 << 20;

    private final GitContent git;

    Folders(GitContent git) {
        this.git = git;
    }

    Folder at(RepositoryRef repository, CommitId commit, String revision, String path) {
        Snapshot snapshot = git.snapshot(repository, commit);
        List<TreeEntry> entries = snapshot.list(path);
        return new Folder(
                repository,
                revision,
                path,
                entries.stream()
                        .map(entry -> new Folder.Entry(name(entry), entry.path(), entry.isDirectory()))
                        .sorted(Comparator.comparing((Folder.Entry entry) -> !entry.directory())
                                .thenComparing(Folder.Entry::name))
                        .toList(),
                readme(snapshot, entries, path));
    }

    private static @Nullable String readme(Snapshot snapshot, List<TreeEntry> entries, String path) {
        return entries.stream()
                .filter(entry ->
                        entry.isFile() && name(entry).toLowerCase(Locale.ROOT).equals("readme.md"))
                .findFirst()
                .flatMap(entry -> snapshot.text(entry.path()))
                .filter(text -> text.length() <= LARGEST_README)
                .map(text -> Markdown.html(text, Links.folder(snapshot.repository(), path)))
                .orElse(null);
    }

    private static String name(TreeEntry entry) {
        return entry.path().substring(entry.path().lastIndexOf('/') + 1);
    }
}
