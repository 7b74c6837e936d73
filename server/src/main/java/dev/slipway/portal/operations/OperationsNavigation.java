package dev.slipway.portal.operations;

import dev.slipway.identity.Permission;
import dev.slipway.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where operators find their page. */
@Configuration(proxyBeanMethods = false)
class OperationsNavigation {

    private static final int ORDER = 95;

    @Bean
    NavigationEntry operationsEntry() {
        return new NavigationEntry(
                "Operations",
                "/operations",
                "heartbeat",
                ORDER,
                viewer -> viewer.may(Permission.MANAGE_PLATFORM.name()));
    }
}
