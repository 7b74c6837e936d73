package dev.slipway.delivery.pods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.store.PodRow;
import dev.slipway.kernel.ClusterName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerEnvironmentTest {

    private static ContainerEnvironment environment(Map<String, String> ports, List<Map<String, String>> variables) {
        PodRow pod = new PodRow(
                "1",
                new ClusterName("hub"),
                "red-dev",
                "billing-1",
                "billing-dev",
                "Deployment",
                "billing",
                "hash",
                new Manifest(Map.of()),
                Instant.EPOCH,
                null,
                null);
        return new ContainerEnvironment(
                pod,
                new Manifest(Map.of("env", variables)),
                new ConfigurationData(pod, new LiveObjects(List.of()), List.of()),
                ports);
    }

    @Test
    void givesThePortOfThisMachineToWhoeverRefersToIt() {
        ContainerEnvironment environment = environment(
                Map.of("PORT", "41234"),
                List.of(
                        Map.of("name", "PORT", "value", "8080"),
                        Map.of("name", "SERVER_PORT", "value", "$(PORT)"),
                        Map.of("name", "GREETING", "value", "Hello")));

        assertThat(environment.values())
                .containsEntry("PORT", "41234")
                .containsEntry("SERVER_PORT", "41234")
                .containsEntry("GREETING", "Hello");
        assertThat(environment.expand("--listen=$(PORT)")).isEqualTo("--listen=41234");
    }

    @Test
    void leavesAPortThatIsNoneOfThisMachine() {
        assertThat(environment(Map.of(), List.of(Map.of("name", "PORT", "value", "8080")))
                        .values())
                .containsEntry("PORT", "8080");
    }
}
