package dev.slipway.cli.render;

import dev.slipway.kustomize.Rendering;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directory and what it renders to.
 *
 * @param path from the root of the checkout
 * @param warnings of charts, whose result can depend on more than their files
 */
public record RenderedDirectory(String path, Rendering rendering, List<Problem> warnings) {

    public RenderedDirectory {
        warnings = List.copyOf(warnings);
    }

    /** For machines: as long as none of the files and directories that were read change, neither does the text. */
    public record Answer(
            String directory, List<Map<String, @Nullable Object>> objects, String text, Set<String> filesRead) {}

    public Answer answer() {
        return new Answer(
                path,
                rendering.objects().stream().map(Resource::content).toList(),
                rendering.text(),
                rendering.filesRead());
    }

    /** Where it is written below a folder. */
    public String file() {
        return (path.isEmpty() ? "rendered" : path) + ".yaml";
    }
}
