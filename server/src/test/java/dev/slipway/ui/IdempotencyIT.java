package dev.slipway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.Role;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.FoundationTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FoundationTest
class IdempotencyIT {

    private static final String ONCE = "{\"name\": \"once\"}";

    @Autowired
    Callers callers;

    private final Map<String, String> key =
            Map.of("Idempotency-Key", UUID.randomUUID().toString());

    @Test
    void answersARepeatedPostWithTheFirstAnswer() {
        Caller caller = callers.tokenOf("repeats");

        var first = caller.post("/api/v1/tokens", ONCE, key);
        var second = caller.post("/api/v1/tokens", ONCE, key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotent-Replay")).hasValue("true");
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherBody() {
        Caller caller = callers.tokenOf("reuses");
        caller.post("/api/v1/tokens", "{\"name\": \"one\"}", key);

        var other = caller.post("/api/v1/tokens", "{\"name\": \"two\"}", key);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(caller.get("/api/v1/tokens").body()).contains("one").doesNotContain("two");
    }

    @Test
    void keepsTheKeysOfAccountsApart() {
        callers.tokenOf("has-key", Role.VIEWER).post("/api/v1/tokens", "{\"name\": \"a\"}", key);

        var answer = callers.tokenOf("same-key").post("/api/v1/tokens", "{\"name\": \"b\"}", key);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"b\"");
    }
}
