package dev.slipway.catalog.pages;

import dev.slipway.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the catalog is found. */
@Configuration(proxyBeanMethods = false)
class CatalogNavigation {

    private static final int ORDER = 15;

    @Bean
    NavigationEntry catalogNavigationEntry() {
        return new NavigationEntry("Catalog", "/catalog", "books", ORDER);
    }
}
