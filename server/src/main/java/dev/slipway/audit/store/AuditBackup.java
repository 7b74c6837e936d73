package dev.slipway.audit.store;

import dev.slipway.operations.BackupContents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The chain's head goes with the entries. */
@Configuration(proxyBeanMethods = false)
class AuditBackup {

    @Bean
    BackupContents auditBackupContents() {
        return BackupContents.files("audit.head");
    }
}
