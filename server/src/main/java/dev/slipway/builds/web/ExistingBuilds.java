package dev.slipway.builds.web;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildId;
import dev.slipway.builds.Builds;
import dev.slipway.builds.BuildsException;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import org.springframework.stereotype.Component;

/** Builds that must exist. */
@Component
class ExistingBuilds {

    private final Builds builds;

    ExistingBuilds(Builds builds) {
        this.builds = builds;
    }

    Build get(long id) {
        return builds.find(new BuildId(id))
                .orElseThrow(() -> new BuildsException(
                        ProblemCode.NOT_FOUND,
                        Problem.at("id", "There is no build " + id + ".")
                                .next("Look at the repository's builds; old ones are removed in time.")));
    }
}
