package dev.slipway.platform.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of the platform definition. */
@Controller
class PlatformPages {

    private static final int ORDER = 60;

    private final Platforms platforms;

    PlatformPages(Platforms platforms) {
        this.platforms = platforms;
    }

    @GetMapping("/platform")
    @Access(Permission.VIEW)
    String platform(Model model) {
        PlatformDefinition definition = platforms.find().orElse(null);
        model.addAttribute("definition", definition);
        model.addAttribute("state", platforms.state());
        return "platform/platform";
    }

    @Bean
    static NavigationEntry platformNavigationEntry() {
        return new NavigationEntry("Platform", "/platform", "anchor", ORDER);
    }
}
