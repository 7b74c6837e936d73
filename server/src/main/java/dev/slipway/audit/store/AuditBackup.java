package dev.slipway.audit.store;

import dev.slipway.operations.BackupContents;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The chain's head and its archives go with the entries. */
@Configuration(proxyBeanMethods = false)
class AuditBackup {

    @Bean
    BackupContents auditBackupContents() {
        return new BackupContents(List.of("audit.head"), List.of(ArchiveFiles.DIRECTORY), Set.of(), Set.of());
    }
}
