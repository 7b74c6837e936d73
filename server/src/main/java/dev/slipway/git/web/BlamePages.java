package dev.slipway.git.web;

import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.git.BlameLine;
import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.Snapshot;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who wrote each line of a file. */
@Controller
class BlamePages {

    private final GitContent git;
    private final Frames frames;

    BlamePages(GitContent git, Frames frames) {
        this.git = git;
        this.frames = frames;
    }

    @GetMapping("/repositories/{organisation}/{name}/blame/{*path}")
    @Access(Permission.VIEW)
    String blame(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable String path,
            @RequestParam(defaultValue = "main") String revision,
            Model model) {
        RepositoryFrame frame = frames.of(organisation, name, "files");
        Commit commit = frames.commit(frame.ref(), revision);
        String file = FilePages.normalised(path);
        Snapshot snapshot = git.snapshot(frame.ref(), commit.id());
        TreeEntry entry = snapshot.entry(file)
                .filter(TreeEntry::isFile)
                .orElseThrow(() -> Frames.missing("There is no file \"" + file + "\" at " + revision + "."));
        ShownFile shown = ShownFiles.of(snapshot, entry, true);
        List<BlameLine> lines = shown.lines().isEmpty() ? List.of() : git.blame(frame.ref(), commit.id(), file);
        model.addAttribute("frame", frame);
        model.addAttribute("revision", revision);
        model.addAttribute("path", file);
        model.addAttribute("file", shown);
        model.addAttribute("lines", lines.subList(0, Math.min(shown.lines().size(), lines.size())));
        return "git/blame";
    }
}
