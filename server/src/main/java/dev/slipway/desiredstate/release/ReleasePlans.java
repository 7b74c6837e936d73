package dev.slipway.desiredstate.release;

import dev.slipway.changes.Intent;
import dev.slipway.changes.Plan;
import dev.slipway.desiredstate.reading.DesiredReader;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.git.FileChange;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.release.ReleaseChange;
import dev.slipway.gitops.release.ReleaseWriter;
import dev.slipway.gitops.release.WantedRelease;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.Release;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans Releases on any tree of the platform repository: in the golden paths' layout at once, in others by reading the tree. */
@Component
public class ReleasePlans {

    private final Platforms platforms;
    private final DesiredReader reader;
    private final GoldenLayout golden;

    ReleasePlans(Platforms platforms, DesiredReader reader, GoldenLayout golden) {
        this.platforms = platforms;
        this.reader = reader;
        this.golden = golden;
    }

    /**
     * What has to change so that the Release runs.
     *
     * @param key names the tree: equal keys mean equal trees
     */
    public Plan plan(Intent.SetRelease wanted, String key, FileTree tree) {
        Optional<PlatformDefinition> definition = platforms.find();
        return definition.isEmpty()
                        || golden.holds(wanted, tree, definition.get().git())
                ? golden.plan(wanted, tree)
                : plan(definition.get(), wanted, key, tree);
    }

    private Plan plan(PlatformDefinition definition, Intent.SetRelease wanted, String key, FileTree tree) {
        ReleaseWriter writer = new ReleaseWriter(each -> each.equals(tree)
                ? reader.checkout(definition, key, tree)
                : reader.checkout(definition, key + " with " + wanted, each));
        return switch (writer.write(tree, wanted(wanted))) {
            case ReleaseChange.Refused refused -> new Plan.Refused(problems(refused.findings()));
            case ReleaseChange.Files files -> new Plan.Write(changes(files.texts(), tree));
        };
    }

    private static WantedRelease wanted(Intent.SetRelease wanted) {
        Release release = wanted.release();
        TreeMap<String, String> images = new TreeMap<>();
        release.images().forEach((name, digest) -> images.put(name, digest.value()));
        return new WantedRelease(
                wanted.service().value(),
                wanted.environment().value(),
                release.repository().toString(),
                release.commit().value(),
                images);
    }

    private static List<FileChange> changes(Map<String, String> texts, FileTree tree) {
        List<FileChange> changes = new ArrayList<>();
        texts.forEach((file, text) -> {
            FileContent content = new FileContent(
                    FileContent.text(text).bytes(),
                    tree.entry(file).orElseThrow().mode());
            changes.add(new FileChange.Put(file, content));
        });
        return changes;
    }

    private static List<Problem> problems(List<Finding> findings) {
        return findings.stream()
                .map(each -> new Problem(each.where(), each.what(), blank(each.expected()), blank(each.next())))
                .toList();
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text;
    }
}
