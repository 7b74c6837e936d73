package dev.slipway.git.embedded;

import dev.slipway.operations.BackupContents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Repositories wholly. */
@Configuration(proxyBeanMethods = false)
class GitBackup {

    @Bean
    BackupContents gitBackupContents() {
        return BackupContents.directories("repositories");
    }
}
