package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.support.Callers;
import dev.slipway.support.FoundationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@FoundationTest
@TestPropertySource(properties = "slipway.front.secret=of-this-start")
@DirtiesContext
class FrontDoorIT {

    @Autowired
    Callers callers;

    @Test
    void letsInOnlyWhatTheFrontListenerSends() {
        assertThat(callers.anybody().get("/sign-in").statusCode()).isEqualTo(403);
        assertThat(status("guessed", "localhost")).isEqualTo(403);
        assertThat(status("of-this-start", "localhost")).isEqualTo(200);
    }

    @Test
    void answersUnderItsOwnNamesOnly() {
        assertThat(status("of-this-start", "slipway.localhost")).isEqualTo(200);
        assertThat(status("of-this-start", "rebound.example")).isEqualTo(400);
    }

    /** RFC 9110, 4.2.3, and RFC 1034, 3.1: the case of a name says nothing, and a final dot only that it is complete. */
    @Test
    void knowsItsNamesInAnySpelling() {
        assertThat(status("of-this-start", "SLIPWAY.LocalHost")).isEqualTo(200);
        assertThat(status("of-this-start", "slipway.localhost.")).isEqualTo(200);
        assertThat(status("of-this-start", "slipway.localhost..")).isEqualTo(400);
    }

    private int status(String secret, String host) {
        return callers.anybody()
                .send(
                        "/sign-in",
                        request -> request.header("X-Slipway-Front", secret).header("X-Forwarded-Host", host))
                .statusCode();
    }
}
