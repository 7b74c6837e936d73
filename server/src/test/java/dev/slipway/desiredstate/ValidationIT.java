package dev.slipway.desiredstate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.git.CommitStatus;
import dev.slipway.git.PullRequest;
import dev.slipway.support.Caller;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What validation says of the sample platform, of a golden path, and of pull requests, with real Git. */
@DesiredStateTest
class ValidationIT {

    private static final String CHECK = "slipway/validation";
    private static final String FOLDER = "clusters/shared-dev/namespaces/red-dev/";

    @Autowired
    PlatformPulls pulls;

    private Caller rosa;

    @BeforeEach
    void declareTheServiceOnce() {
        rosa = pulls.declareTheService();
    }

    @Test
    void findsNothingWrongWithWhatSlipwayWrites() {
        JsonNode found = findings("");

        assertThat(found.at("/objects").asInt()).isGreaterThan(20);
        assertThat(found.at("/findings")
                        .valueStream()
                        .filter(each -> !each.at("/severity").asString().equals("unknown")))
                .isEmpty();
    }

    @Test
    void failsAPullRequestThatBreaksSomethingAndNamesThePlace() {
        PullRequest pull = propose("settings.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings, namespace: red-dev}
                dta: {a: b}
                """);

        assertThat(pulls.status(pull, CHECK).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(pulls.comments(pull))
                .contains(FOLDER + "settings.yaml:4:6", "There is no field \"dta\" here.", "Did you mean \"data\"?");
    }

    @Test
    void passesAPullRequestThatOnlyGivesReasonToLook() {
        PullRequest pull = propose("budget.yaml", """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: nothing, namespace: red-dev}
                spec: {minAvailable: 1, selector: {matchLabels: {app: nothing}}}
                """);

        assertThat(pulls.status(pull, CHECK).state()).isEqualTo(CommitStatus.State.SUCCESS);
        assertThat(pulls.status(pull, CHECK).description()).startsWith("Nothing new is wrong, 1 to look at");
        assertThat(pulls.comments(pull)).contains("Worth a look", "reference/disruption-budget");
    }

    @Test
    void filtersAndPagesWhatItFound() {
        assertThat(findings("?severity=error").at("/found").asInt()).isZero();
        assertThat(findings("?rule=reference/network-policy&limit=1")
                        .at("/findings")
                        .size())
                .isLessThanOrEqualTo(1);
        assertThat(rosa.get("/api/v1/validation?limit=0").statusCode()).isEqualTo(400);
    }

    private JsonNode findings(String query) {
        return JsonMapper.shared()
                .readTree(rosa.get("/api/v1/validation" + query).body());
    }

    private PullRequest propose(String file, String text) {
        return pulls.propose(Map.of(FOLDER + file, text));
    }
}
