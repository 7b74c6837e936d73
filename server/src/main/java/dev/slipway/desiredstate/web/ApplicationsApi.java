package dev.slipway.desiredstate.web;

import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.Inspections;
import dev.slipway.desiredstate.Inspections.Recent;
import dev.slipway.gitops.inspect.Inspection;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.Suggestions;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The Applications that Git declares. */
@RestController
class ApplicationsApi {

    private static final int MOST = 500;
    private static final String SECONDS = "2";

    private final DesiredState desiredState;
    private final Inspections inspections;

    ApplicationsApi(DesiredState desiredState, Inspections inspections) {
        this.desiredState = desiredState;
        this.inspections = inspections;
    }

    /** As the page shows them: never waits for what takes longer than a moment. */
    @GetMapping("/api/v1/applications")
    @Access(Permission.VIEW)
    ApplicationsBody all(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int offset,
            HttpServletResponse response) {
        ApplicationFilter filter = new ApplicationFilter(q, known(only));
        return switch (inspections.recent()) {
            case Recent.Known known ->
                ApplicationsBody.of(known, filter, Math.max(0, offset), Math.clamp(limit, 1, MOST));
            case Recent.Reading _ ->
                throw unavailable(
                        response, "The platform repository is being read for the first time since the start.");
            case Recent.Nothing _ ->
                throw unavailable(
                        response, "The platform repository has not been read: there is no valid platform.yaml yet.");
        };
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

    private static ProblemException unavailable(HttpServletResponse response, String why) {
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        return new ProblemException(ProblemCode.UNAVAILABLE, Problem.of(why).next("Ask again in a moment."));
    }

    @GetMapping("/api/v1/applications/{name}")
    @Access(Permission.VIEW)
    ApplicationBody one(@PathVariable String name) {
        return desiredState
                .current()
                .flatMap(desired -> desired.application(name))
                .map(each -> ApplicationBody.of(
                        each,
                        inspections.current().stream()
                                .flatMap(inspection -> inspection.applications().stream())
                                .filter(inspected -> inspected.name().equals(name))
                                .findFirst()
                                .orElse(null)))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, Problem.at("name", "There is no Application \"" + name + "\".")));
    }

    /** The platform repository as {@code slipway inspect --json} shows a checkout. */
    @GetMapping("/api/v1/inspection")
    @Access(Permission.VIEW)
    Inspection inspection() {
        return inspections
                .current()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, Problem.of("The platform repository has not been read yet.")));
    }
}
