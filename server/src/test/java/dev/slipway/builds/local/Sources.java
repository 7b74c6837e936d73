package dev.slipway.builds.local;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;

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
}
