package dev.slipway.desiredstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.git.Comment;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.CommitId;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said of a pull request to the platform repository before it is merged: in a comment, on a page and over REST. */
@DesiredStateTest
class ImpactIT {

    private static final String ROUTE = "clusters/hub/routing/pricing-api/dev.yaml";

    @Autowired
    Callers callers;

    @Autowired
    GitHost host;

    @Autowired
    PlatformPulls pulls;

    private Caller rosa;

    @BeforeEach
    void declareTheServiceOnce() {
        rosa = pulls.declareTheService();
    }

    @Test
    void keepsOneCommentThatSaysWhatThePullRequestDoes() {
        String branch = "test-" + UUID.randomUUID();
        pulls.push(
                branch,
                null,
                pulls.changed(ROUTE, text -> text.replace("host: shared-dev.internal", "host: elsewhere.internal")));
        PullRequest pull = pulls.open(branch);
        Comment first = impact(pull, "Routing changes");

        pulls.push(
                branch,
                pull.head(),
                pulls.changed(
                        ROUTE,
                        text -> text.replaceFirst(
                                "hosts:\\s*\\[[^]]*]|hosts:\\n\\s*- \\S+", "hosts: [moved.localhost]")));
        Comment second = impact(pull, "Does not answer for");

        assertThat(second.markdown())
                .contains("/desired-state/impact/" + pull.ref().number());
        assertThat(host.comments(pull.ref()).stream()
                        .filter(each -> each.markdown().startsWith("### Impact")))
                .hasSize(1);
        assertThat(first.markdown()).contains("1 of");
    }

    @Test
    void showsItOnAPageAndOverRest() {
        String branch = "test-" + UUID.randomUUID();
        pulls.push(
                branch,
                null,
                pulls.changed(ROUTE, text -> text.replace("host: shared-dev.internal", "host: elsewhere.internal")));
        PullRequest pull = pulls.open(branch);
        impact(pull, "Routing changes");
        int number = pull.ref().number();
        Caller browser = callers.browserOf("rosa");

        assertThat(browser.get("/desired-state/impact/" + number).body())
                .contains("Routing changes", "elsewhere.internal", "shared-dev.internal");
        assertThat(browser.get("/desired-state/impact/" + number + "?find=nothing+like+it")
                        .body())
                .contains("Nothing found");
        assertThat(browser.get("/desired-state/impact/" + number + "/group?environment=dev&group=0")
                        .body())
                .contains("What it means");
        assertThat(rosa.get("/api/v1/impacts/pull-requests/" + number).body())
                .contains("\"state\":\"done\"", "\"network.routing\"");
    }

    @Test
    void comparesTwoCommitsOffTheRequest() {
        String branch = "test-" + UUID.randomUUID();
        CommitId head = pulls.push(branch, null, pulls.changed(ROUTE, text -> text + "# more\n"));
        String address = "/api/v1/impacts?from=main&to=" + head.value();

        String done = await().atMost(Duration.ofSeconds(60))
                .until(() -> rosa.get(address).body(), body -> body.contains("\"state\":\"done\""));

        assertThat(done).contains("\"changed\":0", "\"merged\":false");
    }

    @Test
    void saysWhatDoesNotExistAndShowsNothingToStrangers() {
        assertThat(callers.browserOf("rosa").get("/desired-state/impact/9999").statusCode())
                .isEqualTo(404);
        assertThat(rosa.get("/api/v1/impacts?from=main&to=nowhere").statusCode())
                .isEqualTo(404);
        assertThat(callers.anybody().get("/api/v1/impacts/pull-requests/1").statusCode())
                .isEqualTo(401);
    }

    private Comment impact(PullRequest pull, String words) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> host.comments(pull.ref()).stream()
                                .filter(each -> each.markdown().startsWith("### Impact")
                                        && each.markdown().contains(words))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
