package dev.slipway.git.web;

import dev.slipway.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where repositories are found. */
@Configuration(proxyBeanMethods = false)
class GitNavigation {

    private static final int ORDER = 40;

    @Bean
    NavigationEntry repositoriesNavigationEntry() {
        return new NavigationEntry("Repositories", "/repositories", "git-branch", ORDER);
    }
}
