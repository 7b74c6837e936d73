package dev.slipway.desiredstate.web;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.Inspections;
import dev.slipway.desiredstate.Recent;
import dev.slipway.gitops.inspect.Inspection;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.Suggestions;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The Applications that Git declares. */
@RestController
class ApplicationsApi {

    private static final int MOST = 500;

    private final DesiredState desiredState;
    private final Inspections inspections;

    ApplicationsApi(DesiredState desiredState, Inspections inspections) {
        this.desiredState = desiredState;
        this.inspections = inspections;
    }

    /** As the page shows them. */
    @GetMapping("/api/v1/applications")
    @Access(Permission.VIEW)
    ApplicationsBody all(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        ApplicationFilter filter = new ApplicationFilter(q, known(only));
        return ApplicationsBody.of(recent(), filter, Math.max(0, offset), Math.clamp(limit, 1, MOST));
    }

    private static String known(String only) {
        if (only.isEmpty() || ApplicationFilter.KINDS.contains(only)) {
            return only;
        }
        throw new ProblemException(
                ProblemCode.INVALID,
                new Problem(
                        "only",
                        "\"" + only + "\" is no kind of Applications.",
                        "one of " + String.join(", ", ApplicationFilter.KINDS),
                        Suggestions.didYouMean(only, ApplicationFilter.KINDS).orElse(null)));
    }

    private Recent.Known<Inspection> recent() {
        return inspections.recent(Recent.PATIENCE).orUnavailable();
    }

    /** What only a look into files tells is left out while the first one is not over. */
    @GetMapping("/api/v1/applications/{name}")
    @Access(Permission.VIEW)
    ApplicationBody one(@PathVariable String name) {
        DesiredApplication application = desiredState
                .current()
                .flatMap(desired -> desired.application(name))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, Problem.at("name", "There is no Application \"" + name + "\".")));
        return inspections.recent(Recent.PATIENCE) instanceof Recent.Known<Inspection> known
                ? ApplicationBody.of(known, name).orElseGet(() -> ApplicationBody.of(application, null))
                : ApplicationBody.of(application, null);
    }

    /** The platform repository as {@code slipway inspect --json} shows a checkout. */
    @GetMapping("/api/v1/inspection")
    @Access(Permission.VIEW)
    Inspection inspection(HttpServletResponse response) {
        Recent.Known<Inspection> known = recent();
        response.setHeader("Slipway-Commit", known.desired().commit().value());
        return known.value();
    }
}
