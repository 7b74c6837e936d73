package dev.slipway.builds.maven;

import dev.slipway.builds.cache.DependencyCache;
import dev.slipway.builds.kind.Application;
import dev.slipway.builds.kind.BuildFailure;
import dev.slipway.builds.kind.BuildKind;
import dev.slipway.builds.kind.Workbench;
import dev.slipway.documents.tree.FileTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code pom.xml}: {@code mvn verify}, and the one jar in {@code target} that can be started. */
@Component
@Order(50)
public class Maven implements BuildKind {

    private final DependencyCache cache;
    private final MavenHome home;

    public Maven(DependencyCache cache, MavenHome home) {
        this.cache = cache;
        this.home = home;
    }

    @Override
    public String name() {
        return "Maven";
    }

    @Override
    public String expects() {
        return "pom.xml in the root";
    }

    @Override
    public boolean recognises(FileTree sources) {
        return sources.isFile("pom.xml");
    }

    @Override
    public Optional<String> obstacle(FileTree sources) {
        return PomFile.obstacle(sources);
    }

    @Override
    public Application build(Workbench workbench) throws IOException, BuildFailure, InterruptedException {
        Downloads downloads = new Downloads(workbench, cache, home);
        Application application = cache.<Application, BuildFailure>reading(() -> steps(workbench, downloads));
        if (workbench.trusted()) {
            workbench.step("cache", downloads::keep);
        }
        return application;
    }

    private Application steps(Workbench workbench, Downloads downloads)
            throws IOException, BuildFailure, InterruptedException {
        MavenSteps steps = new MavenSteps(workbench, downloads);
        workbench.step("maven", steps::chooseMaven);
        workbench.step("verify", steps::verify);
        workbench.step("package", steps::collect);
        return new Application(
                steps.layers(),
                List.of("java", "-jar", "app.jar"),
                Map.of("kind", name(), "maven", steps.version(), "jdk", jdk()));
    }

    private static String jdk() {
        return System.getProperty("java.vm.vendor") + " " + Runtime.version();
    }
}
