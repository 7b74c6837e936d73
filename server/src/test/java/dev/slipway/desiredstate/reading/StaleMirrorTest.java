package dev.slipway.desiredstate.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.git.Mirror;
import dev.slipway.kernel.RepositoryRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaleMirrorTest {

    private static Mirror mirror(@Nullable String failure) {
        return new Mirror("https://git/base", new RepositoryRef("elsewhere", "base"), null, Instant.EPOCH, failure);
    }

    @Test
    void asksForPatienceWhileACopyIsFetchedForTheFirstTime() {
        assertThat(StaleMirror.missing(mirror(null)).next("spec.source")).startsWith("Wait:");
    }

    @Test
    void saysHowACopyThatCouldNotBeFetchedIsTriedAgain() {
        assertThat(StaleMirror.missing(mirror("It asks for a sign-in.")))
                .satisfies(missing -> assertThat(missing.reason()).endsWith("It asks for a sign-in."))
                .satisfies(missing -> assertThat(missing.next("spec.source"))
                        .contains("slipway mirrors --refresh https://git/base")
                        .doesNotContain("Correct"));
    }
}
