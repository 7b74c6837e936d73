package dev.slipway.git.web;

import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.Snapshot;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Files and folders of any revision. */
@Controller
class FilePages {

    private final GitContent git;
    private final Frames frames;
    private final Folders folders;

    FilePages(GitContent git, Frames frames, Folders folders) {
        this.git = git;
        this.frames = frames;
        this.folders = folders;
    }

    @GetMapping("/repositories/{organisation}/{name}/files/{*path}")
    @Access(Permission.VIEW)
    String files(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable String path,
            @RequestParam(defaultValue = "main") String revision,
            @RequestParam(defaultValue = "false") boolean source,
            Model model) {
        RepositoryFrame frame = frames.of(organisation, name, "files");
        Commit commit = frames.commit(frame.ref(), revision);
        String file = normalised(path);
        Snapshot snapshot = git.snapshot(frame.ref(), commit.id());
        model.addAttribute("frame", frame);
        model.addAttribute("revision", revision);
        model.addAttribute("commit", commit);
        model.addAttribute("path", file);
        if (snapshot.isDirectory(file)) {
            model.addAttribute("folder", folders.at(frame.ref(), commit.id(), revision, file));
            return "git/folder";
        }
        TreeEntry entry = snapshot.entry(file)
                .orElseThrow(() -> Frames.missing("There is no file \"" + file + "\" at " + revision + "."));
        model.addAttribute("file", ShownFiles.of(snapshot, entry, source));
        return "git/file";
    }

    static String normalised(String path) {
        try {
            return TreePath.normalise(path.replaceFirst("^/+", ""));
        } catch (TreeException e) {
            throw Frames.missing(String.valueOf(e.getMessage()));
        }
    }
}
