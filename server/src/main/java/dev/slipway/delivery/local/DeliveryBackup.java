package dev.slipway.delivery.local;

import dev.slipway.operations.BackupContents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pods are processes of this machine: where the backup is restored, they start anew. */
@Configuration(proxyBeanMethods = false)
class DeliveryBackup {

    @Bean
    BackupContents deliveryBackupContents() {
        return BackupContents.withoutTables("delivery_pods", "delivery_processes");
    }
}
