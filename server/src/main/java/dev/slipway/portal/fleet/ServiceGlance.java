package dev.slipway.portal.fleet;

import dev.slipway.platform.RegisteredService;
import dev.slipway.ui.Tone;
import java.util.List;

/** A service in a line; its environments in order of promotion. */
public record ServiceGlance(RegisteredService service, List<EnvironmentGlance> environments) {

    public ServiceGlance {
        environments = List.copyOf(environments);
    }

    public String name() {
        return service.name().value();
    }

    public String team() {
        return service.team().value();
    }

    /** Whether somebody should look. */
    public boolean troubled() {
        return environments.stream().anyMatch(each -> each.badge().tone() == Tone.BAD);
    }
}
