package dev.slipway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortalAddressTest {

    @Test
    void staysWithinWhicheverNameIsUsedUntilSomebodySaysHowThePortalIsReached() {
        PortalAddress address = new PortalAddress("", "localhost", 7070);

        assertThat(address.base()).isEqualTo("http://slipway.localhost:7070");
        assertThat(address.link("/previews/red")).isEqualTo("/previews/red");
    }

    @Test
    void makesWholeAddressesOfWhatIsSaid() {
        PortalAddress address = new PortalAddress("https://slipway.acme.test/", "acme.test", 7070);

        assertThat(address.base()).isEqualTo("https://slipway.acme.test");
        assertThat(address.link("/previews/red")).isEqualTo("https://slipway.acme.test/previews/red");
    }
}
