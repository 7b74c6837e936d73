package dev.slipway.scaffolding.testing;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.YamlEditor;
import dev.slipway.scaffolding.dryrun.DryRunResult;
import dev.slipway.scaffolding.run.RunState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The changes of one file of tests, and of the folders that it names, that make its tests pass. */
final class Updates {

    private final String name;
    private final FileTree tree;
    private final Map<String, Optional<FileContent>> folders = new LinkedHashMap<>();
    private final String before;
    private String text;

    Updates(String name, String text, FileTree tree) {
        this.name = name;
        this.tree = tree;
        this.before = text;
        this.text = text;
    }

    /** @param number of the test in its file, from 0 */
    void add(int number, TemplateTest test, TestRun run) {
        DryRunResult result = run.result();
        if (result == null || result.state() instanceof RunState.Failed) {
            return;
        }
        Map<String, FileContent> made = result.files().files();
        test.expected().files().forEach((path, expected) -> {
            FileContent content = made.get(path);
            if (expected instanceof ExpectedFile.Exact exact
                    && content != null
                    && !content.text().equals(exact.text())) {
                set(number, exact.key(), content.text());
            }
        });
        if (test.expected().folder() != null) {
            folder(test.expected().folder().path(), made);
        }
    }

    private void set(int number, String key, String content) {
        String pointer = "/expect/files/" + key.replace("~", "~0").replace("/", "~1");
        int[] at = {0};
        text = YamlEditor.of(name, text, _ -> at[0]++ == number)
                .set(pointer, content)
                .text();
    }

    private void folder(String folder, Map<String, FileContent> made) {
        FileComparison.files(tree, folder).keySet().stream()
                .filter(path -> !made.containsKey(path))
                .forEach(path -> folders.put(TreePath.join(folder, path), Optional.empty()));
        made.forEach((path, content) -> folders.put(TreePath.join(folder, path), Optional.of(content)));
    }

    Map<String, Optional<FileContent>> files(String path) {
        Map<String, Optional<FileContent>> files = new LinkedHashMap<>(folders);
        if (!text.equals(before)) {
            files.put(path, Optional.of(FileContent.text(text)));
        }
        return files;
    }
}
