package dev.slipway.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

class PasswordsTest {

    @Test
    void checkingNobodysPasswordTakesAsLongAsSomebodys() {
        assertThat(PasswordEncoderFactories.createDelegatingPasswordEncoder().upgradeEncoding(Passwords.NOBODYS_HASH))
                .isFalse();
    }
}
