package dev.slipway.builds.kind;

import dev.slipway.documents.tree.FileTree;
import java.io.IOException;
import java.util.Optional;

/** SPI: one way to make an application of sources. Each bean of this type is asked, in Spring's order; the first that recognises the sources builds them. */
public interface BuildKind {

    /** For people, for example {@code plain Java}. */
    String name();

    /** What the sources must have, for example {@code src/main/java without pom.xml}; ends the sentence "expected …". */
    String expects();

    boolean recognises(FileTree sources);

    /** Why a build of recognised sources would fail, as far as their files and this machine tell; empty when nothing does. */
    default Optional<String> obstacle(FileTree sources) {
        return Optional.empty();
    }

    /** Compiles, tests and packages, each as a step of the workbench; a failure ends it with {@link BuildFailure}. */
    Application build(Workbench workbench) throws IOException, BuildFailure, InterruptedException;
}
