package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kernel.Actor;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.FoundationTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@FoundationTest
class SignInIT {

    private static final Actor TEST = Actor.system("test");

    @Autowired
    Callers callers;

    @Autowired
    Accounts accounts;

    @Value("${slipway.data}")
    Path data;

    private void account(String name, String password) {
        accounts.ensure(new Account(name, name, ""), TEST);
        accounts.setPassword(name, password, TEST);
    }

    @Test
    void signsInWithAPasswordAndGoesWhereOneWanted() {
        account("pat", "correct horse battery");
        Caller browser = callers.anybody();

        var answer = browser.submit(
                "/sign-in",
                "/sign-in",
                Map.of("name", "pat", "password", "correct horse battery", "return", "/account?x=1"));

        assertThat(answer.headers().firstValue("Location")).hasValue("/account?x=1");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("slipway_session=")
                        .contains("HttpOnly", "SameSite=Lax")
                        .doesNotContain("Domain"));
    }

    @Test
    void keepsASessionsCookiesFromOneRequestToTheNext() {
        Caller browser = callers.browserOf("steady");
        browser.get("/account");

        var again = browser.get("/account");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void goesNowhereElseAfterSignIn() {
        account("redirected", "correct horse battery");

        for (String evil : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil"}) {
            var answer = callers.anybody()
                    .submit(
                            "/sign-in",
                            "/sign-in",
                            Map.of("name", "redirected", "password", "correct horse battery", "return", evil));
            assertThat(answer.headers().firstValue("Location")).hasValue("/");
        }
    }

    @Test
    void stopsWhoGuessesPasswords() {
        account("guessed", "correct horse battery");
        Caller browser = callers.anybody();

        for (int i = 0; i < 8; i++) {
            assertThat(browser.submit("/sign-in", "/sign-in", Map.of("name", "guessed", "password", "wrong" + i))
                            .statusCode())
                    .isEqualTo(401);
        }

        var right = Map.of("name", "guessed", "password", "correct horse battery");
        assertThat(browser.submit("/sign-in", "/sign-in", right).statusCode()).isEqualTo(429);
    }

    @Test
    void aLinkSignsInOnceAndOnlyByItsButton() {
        accounts.ensure(new Account("newcomer", "New Comer", ""), TEST);
        String link = accounts.signInLink("newcomer", TEST).toString();
        Map<String, String> token = Map.of("token", link.substring(link.indexOf('=') + 1));

        assertThat(callers.anybody().get(link).body()).contains("Sign in as newcomer");
        assertThat(callers.anybody().submit(link, "/sign-in/link", token).statusCode())
                .isEqualTo(302);
        assertThat(callers.anybody().submit("/sign-in", "/sign-in/link", token).statusCode())
                .isEqualTo(404);
    }

    @Test
    void endsAllSessionsWhenThePasswordChanges() {
        Caller browser = callers.browserOf("changes");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);

        accounts.setPassword("changes", "a new long password", TEST);

        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void refusesCommandsWithoutTheFormsToken() {
        Caller browser = callers.browserOf("forged");

        var answer = browser.send(
                "/account/tokens",
                request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("name=forged")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.get("/account").body()).contains("No tokens yet");
    }

    @Test
    void refusesWhatOtherSitesSend() {
        Caller client = callers.tokenOf("crossed");

        assertThat(client.post("/api/v1/tokens", "{}", Map.of("Origin", "http://evil.localhost"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.post("/api/v1/tokens", "{}", Map.of("Sec-Fetch-Site", "same-site"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void isNotMovedByForwardedHeadersOfJustAnybody() {
        var answer = callers.anybody().send("/account", request -> request.header("X-Forwarded-Host", "evil.example"));

        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?return=%2Faccount");
    }

    @Test
    void signsOut() {
        Caller browser = callers.browserOf("leaves");

        browser.submit("/account", "/sign-out", Map.of());

        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void leavesALinkForTheFirstAdministratorThatOnlyTheOwnerReads() throws Exception {
        Path file = data.resolve("sign-in-link.txt");

        assertThat(Files.readString(file))
                .startsWith("http://slipway.localhost:")
                .contains("/sign-in/link?token=");
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
