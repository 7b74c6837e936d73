package dev.slipway.portal.web;

import dev.slipway.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where home and the services are found. */
@Configuration(proxyBeanMethods = false)
class PortalNavigation {

    private static final int SERVICES = 10;
    private static final int PARITY = 45;

    @Bean
    NavigationEntry homeNavigationEntry() {
        return new NavigationEntry("Home", "/", "home", 0);
    }

    @Bean
    NavigationEntry parityNavigationEntry() {
        return new NavigationEntry("Parity", "/parity", "layers-linked", PARITY);
    }

    @Bean
    NavigationEntry servicesNavigationEntry() {
        return new NavigationEntry("Services", "/services", "ship", SERVICES);
    }
}
