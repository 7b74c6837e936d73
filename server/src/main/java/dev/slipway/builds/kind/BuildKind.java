package dev.slipway.builds.kind;

import dev.slipway.documents.tree.FileTree;
import java.io.IOException;

/** SPI: one way to make an application of sources. Each bean of this type is asked, in Spring's order; the first that recognises the sources builds them. */
public interface BuildKind {

    /** For people, for example {@code plain Java}. */
    String name();

    /** What the sources must have, for example {@code src/main/java without pom.xml}; ends the sentence "expected …". */
    String expects();

    boolean recognises(FileTree sources);

    /** Compiles, tests and packages, each as a step of the workbench; a failure ends it with {@link BuildFailure}. */
    Application build(Workbench workbench) throws IOException, BuildFailure, InterruptedException;
}
