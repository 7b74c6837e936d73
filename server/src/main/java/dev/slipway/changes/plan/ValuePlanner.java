package dev.slipway.changes.plan;

import dev.slipway.changes.Intent;
import dev.slipway.changes.IntentPlanner;
import dev.slipway.changes.Plan;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.yaml.YamlEditor;
import dev.slipway.git.FileChange;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans one value of a YAML file; every other byte stays as it is. */
@Component
class ValuePlanner implements IntentPlanner {

    @Override
    public boolean plans(Intent intent) {
        return intent instanceof Intent.SetValue;
    }

    @Override
    public Plan plan(Intent intent, Snapshot tip) {
        Intent.SetValue set = (Intent.SetValue) intent;
        if (!tip.isFile(set.file())) {
            return new Plan.Refused(List.of(
                    Problem.at(set.file(), "There is no file \"" + set.file() + "\" in " + tip.repository() + ".")));
        }
        String before = tip.text(set.file()).orElseThrow();
        YamlEditor editor = YamlEditor.of(set.file(), before);
        Object value = set.value();
        String after = (value == null ? editor.remove(set.pointer()) : editor.set(set.pointer(), value)).text();
        return new Plan.Write(after.equals(before) ? List.of() : List.of(put(set.file(), after, tip)));
    }

    private static FileChange put(String file, String text, Snapshot tip) {
        FileMode mode = tip.entry(file).orElseThrow().mode();
        return new FileChange.Put(file, new FileContent(text.getBytes(StandardCharsets.UTF_8), mode));
    }
}
