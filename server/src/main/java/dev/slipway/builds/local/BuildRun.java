package dev.slipway.builds.local;

import dev.slipway.builds.Build;
import dev.slipway.builds.Provenance;
import dev.slipway.builds.kind.Application;
import dev.slipway.builds.kind.BuildFailure;
import dev.slipway.builds.kind.BuildKind;
import dev.slipway.builds.kind.Workbench;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.ImageDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** What happens between the start and the end of one build: checkout, the steps of its kind, image. */
final class BuildRun {

    private final Build build;
    private final GitContent git;
    private final List<BuildKind> kinds;
    private final ImageAssembly assembly;
    private final String imageName;

    /**
     * What came out.
     *
     * @param details for the provenance
     */
    record Result(Map<String, ImageDigest> images, Map<String, String> details) {}

    BuildRun(Build build, GitContent git, List<BuildKind> kinds, ImageAssembly assembly, String imageName) {
        this.build = build;
        this.git = git;
        this.kinds = kinds;
        this.assembly = assembly;
        this.imageName = imageName;
    }

    Result run(Workbench workbench, Path scratch) throws IOException, BuildFailure, InterruptedException {
        workbench.step("checkout", () -> {
            int files = new Checkout(git.snapshot(build.repository(), build.commit()), workbench.checkout()).write();
            workbench.log(files + " files of " + build.repository() + " at " + build.commit());
        });
        Application application = kind(workbench).build(workbench);
        AtomicReference<ImageDigest> digest = new AtomicReference<>();
        workbench.step("image", () -> {
            for (Path layer : application.layers()) {
                if (!workbench.holds(layer)) {
                    throw new BuildFailure("\"" + layer.getFileName() + "\" leads out of the build.");
                }
            }
            digest.set(assembly.store(application, imageName, build.commit(), scratch));
            workbench.log(imageName + "@" + digest.get());
        });
        return new Result(Map.of(imageName, digest.get()), details(application));
    }

    Provenance provenance(Result result, String isolation) {
        return new Provenance("local", isolation, result.details());
    }

    private BuildKind kind(Workbench workbench) throws BuildFailure {
        for (BuildKind kind : kinds) {
            if (kind.recognises(workbench.sources())) {
                workbench.log("This is " + kind.name() + ".");
                return kind;
            }
        }
        throw new BuildFailure("There is nothing here that can be built. Expected: "
                + kinds.stream().map(BuildKind::expects).collect(Collectors.joining("; or ")) + ".");
    }

    private Map<String, String> details(Application application) {
        Map<String, String> details = new TreeMap<>(application.details());
        details.put("commit", build.commit().value());
        return details;
    }
}
