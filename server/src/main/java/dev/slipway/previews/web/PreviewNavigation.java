package dev.slipway.previews.web;

import dev.slipway.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where previews are found. */
@Configuration(proxyBeanMethods = false)
class PreviewNavigation {

    private static final int ORDER = 35;

    @Bean
    NavigationEntry previewsNavigationEntry() {
        return new NavigationEntry("Previews", "/previews", "eye", ORDER);
    }
}
