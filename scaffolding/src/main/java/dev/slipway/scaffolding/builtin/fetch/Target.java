package dev.slipway.scaffolding.builtin.fetch;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.scaffolding.action.ActionContext;
import java.util.Map;

/** Where in the workspace files go: below {@code targetPath}. */
record Target(ActionContext context) {

    String path(String below) {
        return context.text("targetPath")
                .map(directory -> directory + "/" + below)
                .orElse(below);
    }

    /** Writes the files by their path below; answers how many: with {@code keep} those that are there stay. */
    int write(Map<String, FileContent> files, boolean keep) {
        int written = 0;
        for (Map.Entry<String, FileContent> file : files.entrySet()) {
            String path = path(file.getKey());
            if (!keep || !context.workspace().exists(path)) {
                context.workspace().write(path, file.getValue());
                written++;
            }
        }
        context.log("Wrote " + written + " files");
        return written;
    }
}
