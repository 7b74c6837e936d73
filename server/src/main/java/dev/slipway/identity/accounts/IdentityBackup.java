package dev.slipway.identity.accounts;

import dev.slipway.operations.BackupContents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Accounts and tokens are kept; who was signed in signs in again. */
@Configuration(proxyBeanMethods = false)
class IdentityBackup {

    @Bean
    BackupContents identityBackupContents() {
        return BackupContents.withoutTables(
                "identity_sessions", "identity_sessions_attributes", "identity_sign_in_attempts");
    }
}
