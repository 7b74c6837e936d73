package dev.slipway.identity.web;

import dev.slipway.identity.Permission;
import dev.slipway.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where administrators find users and the audit. */
@Configuration(proxyBeanMethods = false)
class IdentityNavigation {

    @Bean
    NavigationEntry usersEntry() {
        return new NavigationEntry(
                "Users", "/users", "users", 80, viewer -> viewer.may(Permission.MANAGE_USERS.name()));
    }

    @Bean
    NavigationEntry auditEntry() {
        return new NavigationEntry(
                "Audit", "/audit", "history", 90, viewer -> viewer.may(Permission.READ_AUDIT.name()));
    }
}
