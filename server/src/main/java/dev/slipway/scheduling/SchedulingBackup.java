package dev.slipway.scheduling;

import dev.slipway.operations.BackupContents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every process plans its own next runs. */
@Configuration(proxyBeanMethods = false)
class SchedulingBackup {

    @Bean
    BackupContents schedulingBackupContents() {
        return BackupContents.withoutTables("scheduled_tasks");
    }
}
