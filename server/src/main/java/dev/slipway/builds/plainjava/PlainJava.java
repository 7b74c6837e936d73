package dev.slipway.builds.plainjava;

import dev.slipway.builds.kind.Application;
import dev.slipway.builds.kind.BuildFailure;
import dev.slipway.builds.kind.BuildKind;
import dev.slipway.builds.kind.Workbench;
import dev.slipway.documents.tree.FileTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code src/main/java} without a build tool: compiled, tested and packaged by the JDK that runs Slipway. */
@Component
@Order(100)
public class PlainJava implements BuildKind {

    @Override
    public String name() {
        return "plain Java";
    }

    @Override
    public String expects() {
        return "Java sources in src/main/java without pom.xml or build.gradle";
    }

    @Override
    public boolean recognises(FileTree sources) {
        return sources.isDirectory("src/main/java")
                && !sources.isFile("pom.xml")
                && !sources.isFile("build.gradle")
                && !sources.isFile("build.gradle.kts");
    }

    @Override
    public Application build(Workbench workbench) throws IOException, BuildFailure, InterruptedException {
        JavaSteps steps = new JavaSteps(workbench);
        workbench.step("compile", steps::compile);
        if (workbench.sources().isDirectory("src/test/java")) {
            workbench.step("test", steps::test);
        }
        workbench.step("package", steps::createJar);
        return new Application(
                List.of(steps.application()),
                List.of("java", "-jar", "app.jar"),
                Map.of("kind", name(), "jdk", System.getProperty("java.vm.vendor") + " " + Runtime.version()));
    }
}
