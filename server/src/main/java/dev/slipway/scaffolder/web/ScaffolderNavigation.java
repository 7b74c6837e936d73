package dev.slipway.scaffolder.web;

import dev.slipway.identity.Permission;
import dev.slipway.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages are found. */
@Configuration(proxyBeanMethods = false)
class ScaffolderNavigation {

    private static final int ORDER = 20;

    @Bean
    NavigationEntry createNavigationEntry() {
        return new NavigationEntry(
                "Create", "/create", "plus", ORDER, viewer -> viewer.may(Permission.CREATE_SERVICE.name()));
    }
}
