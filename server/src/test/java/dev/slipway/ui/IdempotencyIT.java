package dev.slipway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.Role;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.FoundationTest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FoundationTest
class IdempotencyIT {

    private static final String ONCE = "{\"name\": \"once\"}";

    @Autowired
    Callers callers;

    @Autowired
    JdbcClient database;

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
    void keepsNoAnswerInClear() {
        var issued = callers.tokenOf("seals").post("/api/v1/tokens", ONCE, key);
        String secret = issued.body().replaceAll(".*\"secret\":\"([^\"]+)\".*", "$1");

        String row = database.sql("select answer::text from ui_idempotency_keys answer where account = 'seals'")
                .query(String.class)
                .single();

        assertThat(secret).startsWith("slip_");
        assertThat(row).contains("201").doesNotContain(secret).doesNotContain(hex(secret), hex("slip_"));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void carriesOutNothingAgainWhoseAnswerWasNotKept() {
        Caller caller = callers.tokenOf("lost");
        caller.post("/api/v1/tokens", ONCE, key);
        database.sql("update ui_idempotency_keys set sealed = null where account = 'lost'")
                .update();
        caller.delete("/api/v1/tokens/once");

        var answer = caller.post("/api/v1/tokens", ONCE, key);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("The request was carried out; its answer was not kept.");
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(caller.get("/api/v1/tokens").body()).doesNotContain("\"once\"");
    }

    @Test
    void asksToComeBackWhileTheFirstRequestStillRuns() {
        Caller caller = callers.tokenOf("hurries");
        caller.post("/api/v1/tokens", ONCE, key);
        database.sql("update ui_idempotency_keys set status = null where account = 'hurries'")
                .update();

        var answer = caller.post("/api/v1/tokens", ONCE, key);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("The first request with this key is still running.");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherBody() {
        Caller caller = callers.tokenOf("reuses");
        caller.post("/api/v1/tokens", "{\"name\": \"one\"}", key);

        var other = caller.post("/api/v1/tokens", "{\"name\": \"two\"}", key);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(caller.get("/api/v1/tokens").body()).contains("one").doesNotContain("two");
    }

    /** What lies behind the part that was read must not be taken for a request of its own. */
    @Test
    void carriesOutNothingOfABodyThatIsTooLarge() {
        Caller caller = callers.tokenOf("sends-much");
        String large = " ".repeat(4 * 1024 * 1024 + 1) + "{\"name\": \"smuggled\"}";

        var answer = caller.post("/api/v1/tokens", large, key);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("larger than 4 MiB").contains("nothing was carried out");
        assertThat(caller.get("/api/v1/tokens").body()).doesNotContain("smuggled");
        assertThat(caller.post("/api/v1/tokens", ONCE, key).statusCode()).isEqualTo(201);
    }

    @Test
    void keepsTheKeysOfAccountsApart() {
        callers.tokenOf("has-key", Role.VIEWER).post("/api/v1/tokens", "{\"name\": \"a\"}", key);

        var answer = callers.tokenOf("same-key").post("/api/v1/tokens", "{\"name\": \"b\"}", key);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"b\"");
    }
}
