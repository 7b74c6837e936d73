package dev.slipway.delivery.web;

import dev.slipway.delivery.LogLine;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST: how applications run, and the runtime operations. */
@RestController
@RequestMapping("/api/v1/applications/{name}")
class DeliveryApi {

    private final OperatedApplications applications;

    DeliveryApi(OperatedApplications applications) {
        this.applications = applications;
    }

    @GetMapping("/state")
    @Access(Permission.VIEW)
    StateBody state(@PathVariable String name) {
        return StateBody.of(applications.state(name));
    }

    /** The newest lines, oldest first. */
    @GetMapping("/logs")
    @Access(Permission.VIEW)
    List<LogLine> logs(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String pod,
            @RequestParam(defaultValue = "200") int lines) {
        return applications.logs(name, pod, lines);
    }

    @PostMapping("/refresh")
    @Access(Permission.OPERATE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void refresh(@PathVariable String name) {
        applications.refresh(name);
    }

    @PostMapping("/sync")
    @Access(Permission.OPERATE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sync(@PathVariable String name) {
        applications.sync(name);
    }

    @PostMapping("/restart")
    @Access(Permission.OPERATE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void restart(@PathVariable String name) {
        applications.restart(name);
    }
}
