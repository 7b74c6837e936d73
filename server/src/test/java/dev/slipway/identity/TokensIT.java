package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.kernel.Actor;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.FoundationTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FoundationTest
class TokensIT {

    @Autowired
    Callers callers;

    @Autowired
    Accounts accounts;

    @Autowired
    Permissions permissions;

    @Autowired
    JdbcClient database;

    @Test
    void actsForItsAccountUntilItIsRevoked() {
        Caller owner = callers.browserOf("token-owner");
        String secret = callers.token("token-owner", Set.of());
        Caller client = callers.client(secret);
        assertThat(secret).startsWith("slip_");
        assertThat(client.get("/api/v1/me").body()).contains("\"name\":\"token-owner\"");

        String name = client.get("/api/v1/me").body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        owner.submit("/account", "/account/tokens/revoke", Map.of("name", name));

        assertThat(client.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    /** Another replica's revocation is only seen in the database. */
    @Test
    void isRefusedSoonAfterItIsRevokedElsewhereAndAtOnceForACommand() {
        Caller client = callers.client(callers.token("token-elsewhere", Set.of()));
        assertThat(client.get("/api/v1/me").statusCode()).isEqualTo(200);

        database.sql("delete from identity_tokens where account = 'token-elsewhere'")
                .update();

        assertThat(client.post("/api/v1/tokens", "{\"name\": \"another\"}").statusCode())
                .isEqualTo(401);
        await().until(() -> client.get("/api/v1/me").statusCode() == 401);
    }

    @Test
    void aCommandWithoutATokenIsAskedForOneAsAQuestionIs() {
        var answer = callers.anybody().post("/api/v1/tokens", "{\"name\": \"ci\"}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"Slipway\"");
        assertThat(answer.body()).contains("Nobody is signed in.");
    }

    @Test
    void aSessionAloneCommandsNothing() {
        var answer = callers.browserOf("token-session").post("/api/v1/tokens", "{\"name\": \"ci\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Slipway's own page");
    }

    @Test
    void whoAsksForMetricsIsNotSentToASignInPage() {
        assertThat(callers.anybody().get("/metrics").statusCode()).isEqualTo(401);
        assertThat(callers.anybody().get("/previews").statusCode()).isEqualTo(302);
    }

    @Test
    void keepsNoSecrets() {
        String secret = callers.token("hashed", Set.of());

        assertThat(database.sql("select hash from identity_tokens")
                        .query(String.class)
                        .list())
                .noneMatch(hash -> hash.contains(secret.substring(5)));
    }

    @Test
    void mayNotDoMoreThanItsScopes() {
        String secret = callers.token("scoped", Set.of(Permission.VIEW), Role.ADMINISTRATOR);
        Caller client = callers.client(secret);

        var answer = client.get("/api/v1/users");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("scopes do not include MANAGE_USERS");
        assertThat(client.post("/api/v1/tokens", "{\"name\": \"wider\"}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anEmptyListOfScopesIsNotAllOfThem() {
        Caller client = callers.client(callers.token("emptied", Set.of(), Role.ADMINISTRATOR));

        var answer = client.post("/api/v1/tokens", "{\"name\": \"none\", \"scopes\": []}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"where\":\"scopes\"").doesNotContain("slip_");
        assertThat(client.post("/api/v1/tokens", "{\"name\": \"all\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void getsNothingFromPagesThatItsScopesKeepFromIt() {
        Caller client = callers.client(
                callers.token("scoped-pages", Set.of(Permission.VIEW, Permission.OPERATE), Role.ADMINISTRATOR));
        Map<String, String> password = Map.of("password", "hijacked-pass-1", "repeated", "hijacked-pass-1");

        var token = client.submit("/account", "/account/tokens", Map.of("name", "escalated"));
        var session = client.submit("/account", "/account/password", password);

        assertThat(token.statusCode()).isEqualTo(403);
        assertThat(token.body()).contains("The token has scopes").doesNotContain("slip_");
        assertThat(session.statusCode()).isEqualTo(403);
        assertThat(session.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("slipway_session"));
        assertThat(client.get("/api/v1/tokens").body()).doesNotContain("escalated");
    }

    @Test
    void revokesNoOtherTokenWhenItHasScopes() {
        String scoped = callers.token("scoped-revokes", Set.of(Permission.VIEW, Permission.OPERATE));
        callers.client(callers.token("scoped-revokes", Set.of())).post("/api/v1/tokens", "{\"name\": \"deployer\"}");

        var answer = callers.client(scoped).delete("/api/v1/tokens/deployer");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("may neither make nor revoke tokens");
        assertThat(callers.client(scoped).get("/api/v1/tokens").body()).contains("deployer");
    }

    @Test
    void setsNoPasswordEvenWithoutScopes() {
        Map<String, String> password = Map.of("password", "a-good-password", "repeated", "a-good-password");

        var answer = callers.tokenOf("token-password").submit("/account", "/account/password", password);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("A token sets no password");
    }

    @Test
    void asksGitAndRegistriesForCredentialsInTheOnlyWayTheyKnow() {
        for (String path : new String[] {"/git/acme/any.git/info/refs?service=git-upload-pack", "/v2/"}) {
            var answer = callers.anybody().get(path);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"Slipway\"");
        }
    }

    @Test
    void refusesUnknownTokensEvenWhereNoneIsNeeded() {
        assertThat(callers.client("slip_nonsense").get("/sign-in").statusCode()).isEqualTo(401);
    }

    @Test
    void saysWhichRoleWouldBeNeeded() {
        accounts.ensure(new Account("small", "Small", ""), Actor.system("test"));

        assertThatThrownBy(() -> permissions.require(new Actor.Person("small"), Permission.MANAGE_USERS, null))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("the role administrator");
    }
}
