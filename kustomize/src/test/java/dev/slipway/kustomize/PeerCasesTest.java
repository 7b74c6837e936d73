package dev.slipway.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.kustomize.document.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs kustomize's own test documents, where they are checked out beside the repository. */
class PeerCasesTest {
    private static final Path CASES = Path.of("../../shared/data/kustomize/cases");

    private record Case(String name, String directory, boolean fails) {

        /** Null when the outcome is kubectl's. */
        String difference() throws IOException {
            String below = directory.substring(directory.indexOf('/') + 1);
            try {
                String text = Kustomize.render(new DirectoryTree(CASES.resolve(name)), below, Overrides.none())
                        .text();
                String expected =
                        fails ? null : Files.readString(CASES.resolve(name).resolve("expected.yaml"));
                return fails ? "should have failed" : text.equals(expected) ? null : "differs:\n" + text;
            } catch (KustomizeException e) {
                return fails ? null : e.getMessage();
            }
        }
    }

    @Test
    void rendersWhatKubectlPrintsForEveryCaseInScope() throws IOException {
        assumeTrue(Files.isDirectory(CASES), "skipped: no schemas");
        Set<String> outOfScope = Tables.read(PeerCasesTest.class, "out-of-scope.txt").stream()
                .map(List::getFirst)
                .collect(Collectors.toSet());
        Map<String, String> differences = new TreeMap<>();
        int count = 0;

        for (Case one : cases()) {
            if (!outOfScope.contains(one.name())) {
                count++;
                String difference = one.difference();
                if (difference != null) {
                    differences.put(one.name(), difference);
                }
            }
        }

        System.out.println(count - differences.size() + " of " + count + " peer cases in scope, " + outOfScope.size()
                + " out of scope");
        if (!differences.isEmpty()) {
            fail(differences.entrySet().stream()
                    .map(entry -> "### " + entry.getKey() + "\n" + entry.getValue())
                    .collect(Collectors.joining("\n")));
        }
    }

    @Test
    void listsOnlyCasesOutOfScopeThatExist() throws IOException {
        assumeTrue(Files.isDirectory(CASES), "skipped: no schemas");
        List<String> names = cases().stream().map(Case::name).toList();

        assertThat(Tables.read(PeerCasesTest.class, "out-of-scope.txt"))
                .allSatisfy(row -> assertThat(names).contains(row.getFirst()));
    }

    private static List<Case> cases() throws IOException {
        return Files.readAllLines(CASES.resolve("index.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(columns -> new Case(columns[0], columns[1], columns[2].equals("error")))
                .toList();
    }
}
