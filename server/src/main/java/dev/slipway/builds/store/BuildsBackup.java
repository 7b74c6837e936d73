package dev.slipway.builds.store;

import dev.slipway.operations.BackupContents;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Images and logs; caches fill again, and processes are this machine's. */
@Configuration(proxyBeanMethods = false)
class BuildsBackup {

    @Bean
    BackupContents buildsBackupContents() {
        return new BackupContents(
                List.of(),
                List.of("images", "builds"),
                Set.of("builds/cache", "builds/trial"),
                Set.of("builds_processes"));
    }
}
