package dev.slipway.desiredstate.web;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Applications that Git declares. */
@RestController
@RequestMapping("/api/v1/applications")
class ApplicationsApi {

    private final DesiredState desiredState;

    ApplicationsApi(DesiredState desiredState) {
        this.desiredState = desiredState;
    }

    @GetMapping
    @Access(Permission.VIEW)
    List<ApplicationBody> all() {
        return desiredState.current().map(Desired::applications).orElse(List.of()).stream()
                .map(ApplicationBody::of)
                .toList();
    }

    @GetMapping("/{name}")
    @Access(Permission.VIEW)
    ApplicationBody one(@PathVariable String name) {
        return desiredState
                .current()
                .flatMap(desired -> desired.application(name))
                .map(ApplicationBody::of)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, Problem.at("name", "There is no Application \"" + name + "\".")));
    }
}
