package dev.slipway.builds.nodejs;

import dev.slipway.builds.HostPrograms;
import dev.slipway.builds.kind.Application;
import dev.slipway.builds.kind.BuildFailure;
import dev.slipway.builds.kind.BuildKind;
import dev.slipway.builds.kind.Workbench;
import dev.slipway.documents.tree.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code package.json} without dependencies: tested by {@code node --test}, and run by the Node of this machine. */
@Component
@Order(200)
public class NodeJs implements BuildKind {

    @Override
    public String name() {
        return "Node";
    }

    @Override
    public String expects() {
        return "package.json in the root";
    }

    @Override
    public boolean recognises(FileTree sources) {
        return sources.isFile(PackageFile.NAME);
    }

    @Override
    public Optional<String> obstacle(FileTree sources) {
        try {
            PackageFile file = PackageFile.read(sources);
            return HostPrograms.find("node").isPresent()
                    ? Optional.empty()
                    : Optional.of(missing(file).getMessage());
        } catch (BuildFailure e) {
            return Optional.of(e.getMessage());
        }
    }

    private static BuildFailure missing(PackageFile file) {
        return new BuildFailure("There is no Node on this machine. Install Node " + file.leastNode()
                + " or newer where Slipway runs, or build with another CI.");
    }

    @Override
    public Application build(Workbench workbench) throws IOException, BuildFailure, InterruptedException {
        PackageFile file = PackageFile.read(workbench.sources());
        Path node = HostPrograms.find("node").orElseThrow(() -> missing(file));
        NodeSteps steps = new NodeSteps(workbench, file, node);
        workbench.step("check", steps::check);
        workbench.step("test", steps::test);
        workbench.step("package", steps::collect);
        return new Application(
                List.of(steps.application()), file.command(), Map.of("kind", name(), "node", steps.version()));
    }
}
