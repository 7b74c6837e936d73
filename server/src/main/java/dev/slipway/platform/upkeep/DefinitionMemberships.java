package dev.slipway.platform.upkeep;

import dev.slipway.identity.Membership;
import dev.slipway.identity.MembershipSource;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import java.util.List;
import org.springframework.stereotype.Component;

/** Groups and roles come from teams/ and platform.yaml. */
@Component
class DefinitionMemberships implements MembershipSource {

    private final Platforms platforms;

    DefinitionMemberships(Platforms platforms) {
        this.platforms = platforms;
    }

    @Override
    public List<Membership> memberships() {
        return platforms.find().map(PlatformDefinition::memberships).orElse(List.of());
    }
}
