package dev.slipway.catalog.store;

import dev.slipway.operations.BackupContents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where entities are put back, their tags are counted by that. */
@Configuration(proxyBeanMethods = false)
class CatalogBackup {

    @Bean
    BackupContents catalogBackupContents() {
        return BackupContents.withoutTables("catalog_tags");
    }
}
