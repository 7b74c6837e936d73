package dev.slipway.scaffolding.testing;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.testing.TestResult.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tests of a template: files {@code tests/*.yaml} beside it. Nothing is made outside: every test is a dry run. */
public final class TemplateTests {

    private static final String DIRECTORY = "tests";

    private final TemplateDefinition template;
    private final FileTree tree;
    private final Actions actions;

    /** @param tree the directory of the template's file */
    public TemplateTests(TemplateDefinition template, FileTree tree, Actions actions) {
        this.template = template;
        this.tree = tree;
        this.actions = actions;
    }

    /** Runs them in the order of their files; a file that cannot be read is a test that failed. */
    public List<TestResult> run() {
        List<TestResult> results = new ArrayList<>();
        for (String path : files()) {
            try {
                read(path).forEach(test -> results.add(result(test)));
            } catch (ScaffoldingException e) {
                results.add(new TestResult(
                        path,
                        e.findings().getFirst().place(),
                        e.findings().stream().map(TemplateTests::failure).toList()));
            }
        }
        return results;
    }

    /**
     * What to write so that texts and folders that tests expect are those that come out now, by path in the template's directory;
     * empty stands for a file to remove. Tests that cannot be read or whose run fails change nothing.
     */
    public Map<String, Optional<FileContent>> updates() {
        Map<String, Optional<FileContent>> updates = new LinkedHashMap<>();
        for (String path : files()) {
            try {
                List<TemplateTest> tests = read(path);
                Updates changes = new Updates(name(path), tree.text(path).orElse(""), tree);
                for (int i = 0; i < tests.size(); i++) {
                    changes.add(i, tests.get(i), TestRun.of(tests.get(i), template, tree, actions));
                }
                updates.putAll(changes.files(path));
            } catch (ScaffoldingException _) { // running it says what is wrong
            }
        }
        return updates;
    }

    private TestResult result(TemplateTest test) {
        TestRun run = TestRun.of(test, template, tree, actions);
        return new TestResult(test.name(), test.place(), Comparison.failures(test, template, tree, run));
    }

    private List<String> files() {
        return tree.list(DIRECTORY).stream()
                .filter(TreeEntry::isFile)
                .map(TreeEntry::path)
                .filter(path -> path.endsWith(".yaml") || path.endsWith(".yml"))
                .toList();
    }

    private List<TemplateTest> read(String path) {
        return TestReader.read(path, name(path), tree.text(path).orElse(""));
    }

    /** As it is named in places: beside the template's file. */
    private String name(String path) {
        int slash = template.file().lastIndexOf('/');
        return slash < 0 ? path : template.file().substring(0, slash + 1) + path;
    }

    private static Failure failure(Finding finding) {
        return new Failure(finding.place(), finding.message());
    }
}
