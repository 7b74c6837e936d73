package dev.slipway.desiredstate.web;

import dev.slipway.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the Applications are found. */
@Configuration(proxyBeanMethods = false)
class ApplicationsNavigation {

    private static final int APPLICATIONS = 45;

    @Bean
    NavigationEntry applicationsNavigationEntry() {
        return new NavigationEntry("Applications", "/applications", "box", APPLICATIONS);
    }
}
