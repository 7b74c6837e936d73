package dev.slipway.ui.idempotency;

import dev.slipway.operations.BackupContents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nobody repeats to a restored server what another was asked. */
@Configuration(proxyBeanMethods = false)
class IdempotencyBackup {

    @Bean
    BackupContents idempotencyBackupContents() {
        return BackupContents.withoutTables("ui_idempotency_keys");
    }
}
