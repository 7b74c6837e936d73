package dev.slipway.catalog;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the catalog is filled.
 *
 * @param files which files of each repository describe entities: paths with {@code *} (within a directory) and {@code **}
 * @param removalGrace how long entities stay that are gone with their file or from it; zero removes them at once
 * @param repositoryLimit how much text the entities of one repository may come to, with all that they include
 */
@ConfigurationProperties("slipway.catalog")
public record CatalogProperties(
        @DefaultValue({"**/catalog-info.yaml", "**/catalog-info.yml"})
        List<String> files,

        @DefaultValue("0s") Duration removalGrace,
        @DefaultValue("1GB") DataSize repositoryLimit) {

    public CatalogProperties {
        files = List.copyOf(files);
        if (removalGrace.isNegative()) {
            throw new IllegalArgumentException("slipway.catalog.removal-grace is negative: expected 0s or more.");
        }
    }
}
