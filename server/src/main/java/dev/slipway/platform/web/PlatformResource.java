package dev.slipway.platform.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The platform definition over REST. */
@RestController
class PlatformResource {

    private final Platforms platforms;

    PlatformResource(Platforms platforms) {
        this.platforms = platforms;
    }

    @GetMapping("/api/v1/platform")
    @Access(Permission.VIEW)
    PlatformBody platform() {
        PlatformDefinition definition = platforms.find().orElse(null);
        return PlatformBody.of(platforms.state(), definition);
    }
}
