package dev.slipway.traffic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.delivery.Endpoints;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ServiceName;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Routes of a service that a golden path made, in real Git; nothing of it runs. */
@SlipwayTest
@Import(RoutesIT.NothingRuns.class)
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder,desiredstate,traffic",
            "slipway.sample=true"
        })
class RoutesIT {

    @TestConfiguration(proxyBeanMethods = false)
    static class NothingRuns {
        @Bean
        Endpoints noEndpoints() {
            return (cluster, namespace, service, port) -> List.of();
        }
    }

    @Autowired
    Callers callers;

    @Autowired
    DesiredState desired;

    @BeforeEach
    void declareAServiceOnce() {
        Caller rosa = callers.client(callers.token("rosa", Set.of()));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> rosa.get("/api/v1/templates").body().contains("java-service"));
        rosa.post(
                "/api/v1/templates/java-service/runs",
                "{\"values\": {\"name\": \"routed\", \"team\": \"group:default/red\", \"replicas\": 2}}");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> desired.find(new ServiceName("routed"), new EnvironmentName("dev"))
                        .isPresent());
    }

    private JsonNode explain(String query) {
        return JsonMapper.shared()
                .readTree(callers.tokenOf("rosa")
                        .get("/api/v1/routes/explain?" + query)
                        .body());
    }

    @Test
    void explainsARouteToTheReplicasThatAreNotReady() {
        JsonNode branch = explain("url=routed.localhost/prices").at("/branches/0");

        assertThat(branch.path("steps").findValuesAsString("object"))
                .contains("Service red-dev/routed", "Deployment red-dev/routed")
                .first()
                .asString()
                .startsWith("Gateway ");
        assertThat(branch.path("steps").findValuesAsString("where"))
                .allSatisfy(where -> assertThat(where).matches(".*\\.yaml:\\d+:\\d+"));
        assertThat(branch.at("/verdict/cause").asString()).isEqualTo("NOTHING_READY");
        assertThat(branch.at("/verdict/words").asString()).isEqualTo("0 of 1 replicas ready");
    }

    @Test
    void saysWhatIsNoUrlAndWhatIsNoHeader() {
        JsonNode answer = explain("url=ftp%3A%2F%2Fx&header=nonsense");

        assertThat(answer.path("problems").findValuesAsString("where")).containsExactly("header", "url");
    }

    @Test
    void showsTheSameAnswerAsAPage() {
        Caller rosa = callers.browserOf("rosa");

        assertThat(rosa.get("/hosts").body()).contains("Where does a request lead?", "routed.localhost");
        assertThat(rosa.get("/hosts/explain?url=routed.localhost&header=x-a:+1,2")
                        .body())
                .contains("It ends here", "0 of 1 replicas ready", "routing/routed/dev.yaml:", "x-a: 1,2");
        assertThat(rosa.get("/hosts/explain?url=routd.localhost").body()).contains("did you mean routed");
        assertThat(rosa.get("/hosts/explain?url=").body()).contains("That cannot be explained");
    }

    @Test
    void showsMeasurementsPerApplication() {
        Caller rosa = callers.tokenOf("rosa");

        assertThat(rosa.get("/api/v1/applications/routed-dev/traffic").body())
                .contains("\"requests\":0", "\"p99\":null");
        assertThat(rosa.get("/api/v1/applications/routed-dev/traffic?minutes=0").statusCode())
                .isEqualTo(400);
        assertThat(rosa.get("/api/v1/routes/problems").body()).isEqualTo("[]");
    }
}
