package dev.slipway.portal.service;

import dev.slipway.builds.Build;
import dev.slipway.platform.RegisteredService;
import dev.slipway.services.Deletion;
import org.jspecify.annotations.Nullable;

/**
 * What all pages of a service show above their content.
 *
 * @param tab the page: {@code environments}, {@code previews}, {@code builds}, {@code history}, {@code configuration}, {@code logs}, {@code settings}
 * @param lastBuild of main; null before the first
 * @param deletion null unless somebody asked for it and it did not end well
 */
public record ServiceView(
        RegisteredService service,
        String tab,
        @Nullable Build lastBuild,
        @Nullable Deletion deletion) {

    public String name() {
        return service.name().value();
    }

    public String path() {
        return "/services/" + service.name();
    }

    public String repositoryPath() {
        return "/repositories/" + service.repository();
    }
}
