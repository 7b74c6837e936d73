package dev.slipway.builds.local;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.goldenpaths.GoldenPaths;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Small services to build. */
final class Sources {

    private static final String MAIN = """
            public class Application {
                public static int answer() { return 42; }
                public static void main(String[] arguments) { System.out.println("answer " + answer()); }
            }
            """;

    private Sources() {}

    /** A service whose only test has this body. */
    static FileTree withTest(String body) {
        return MemoryTree.ofTexts(
                "src/main/java/Application.java",
                MAIN,
                "src/main/resources/greeting.txt",
                "Hello",
                "src/test/java/ApplicationTest.java",
                "public class ApplicationTest { public static void main(String[] a) throws Exception { " + body
                        + " } }",
                "slipway.build.properties",
                "main-class=Application\n",
                "deploy/base/kustomization.yaml",
                "resources: []\n");
    }

    static FileTree good() {
        return withTest("if (Application.answer() != 42) throw new AssertionError();");
    }

    static FileTree thatDoesNotCompile() {
        return MemoryTree.ofTexts("src/main/java/Application.java", "public class Application { int x = \"text\"; }\n");
    }

    /** What a golden path makes, as far as a build looks at it. */
    static FileTree ofTheGoldenPath(String name) {
        MemoryTree template = Objects.requireNonNull(GoldenPaths.all().get(name));
        Map<String, FileContent> files = new TreeMap<>();
        template.files().forEach((path, content) -> {
            String file = path.replaceFirst("^skeleton/", "");
            if (path.startsWith("skeleton/")) {
                String text = content.text()
                        .replace("${{ values.name }}", "pricing-api")
                        .replace("${{ values.description | dump }}", "\"Prices\"");
                files.put(file, new FileContent(text.getBytes(StandardCharsets.UTF_8), content.mode()));
            }
        });
        return MemoryTree.of(files);
    }
}
