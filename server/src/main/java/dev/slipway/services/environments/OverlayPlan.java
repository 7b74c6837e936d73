package dev.slipway.services.environments;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.scaffolder.Replays.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a repository lacks of what its template makes for one environment more. Files that are there stay as they are: people have
 * them in their hands.
 *
 * @param files to be added
 * @param kept paths of which the repository has a file already, another one
 * @param changed what the template would make otherwise now, outside the files that are added
 */
record OverlayPlan(SortedMap<String, FileContent> files, List<String> kept, List<Changed> changed) {

    /** A file that the template makes otherwise with the environment than without it. */
    record Changed(String path, String before, String after) {}

    OverlayPlan {
        files = new TreeMap<>(files);
        kept = List.copyOf(kept);
        changed = List.copyOf(changed);
    }

    static OverlayPlan of(Replay replay, FileTree repository) {
        SortedMap<String, FileContent> files = new TreeMap<>();
        List<String> kept = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (Map.Entry<String, FileContent> file : replay.after().entrySet()) {
            String path = file.getKey();
            FileContent before = replay.before().get(path);
            boolean there = repository.entry(path).isPresent();
            String text = repository.text(path).orElse("");
            if (before == null && !there) {
                files.put(path, file.getValue());
            } else if (before == null && !text.equals(file.getValue().text())) {
                kept.add(path);
            } else if (before != null
                    && !before.equals(file.getValue())
                    && !text.equals(file.getValue().text())) {
                changed.add(new Changed(path, before.text(), file.getValue().text()));
            }
        }
        return new OverlayPlan(files, kept, changed);
    }

    boolean makes(EnvironmentName environment) {
        return files.containsKey(kustomization(environment));
    }

    static String kustomization(EnvironmentName environment) {
        return "deploy/overlays/" + environment + "/kustomization.yaml";
    }
}
