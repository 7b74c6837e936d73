package dev.slipway.traffic.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.CommitId;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.Resources;
import dev.slipway.platform.Cluster;
import dev.slipway.support.FixedPlatform;
import dev.slipway.traffic.gateway.Routes.Host;
import dev.slipway.traffic.gateway.Routes.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CurrentRoutesTest {

    private static final ClusterName HUB = new ClusterName("hub");
    private static final CommitId COMMIT = new CommitId("a".repeat(40));

    private final Git git = new Git();
    private final CurrentRoutes routes = new CurrentRoutes(
            git, new FixedPlatform(List.of(new Cluster(HUB, true, null, "istio-ingress/main-gateway"))));

    @Test
    void knowsNoHostsUntilGitHasBeenRead() {
        routes.reconcile();

        assertThat(routes.routes().resolve("shop.localhost", "GET", "/", Map::of))
                .isEqualTo(new Target.NotRead());
    }

    @Test
    void followsWhatTheSameCommitComesToOnceASourceCanBeRead() {
        git.read = desired(List.of());
        routes.changed();

        git.read = desired(Resources.parse("routes.yaml", """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: main-gateway, namespace: istio-ingress}
                spec: {servers: [{port: {number: 80}, hosts: ["*.localhost"]}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: shop, namespace: red-dev}
                spec:
                  hosts: [shop.localhost]
                  gateways: [istio-ingress/main-gateway]
                  http: [{route: [{destination: {host: shop.red-dev.svc.cluster.local, port: {number: 80}}}]}]
                """));
        routes.changed();

        assertThat(routes.routes().hosts()).extracting(Host::name).containsExactly("shop.localhost");
    }

    private static Desired desired(List<Resource> objects) {
        DesiredApplication application = new DesiredApplication(
                "shop",
                "shop.yaml",
                "red",
                null,
                null,
                null,
                HUB,
                "red-dev",
                null,
                COMMIT,
                ".",
                null,
                true,
                true,
                true,
                false,
                objects,
                String.valueOf(objects.size()),
                List.of());
        return new Desired(COMMIT, List.of(application), List.of(), List.of());
    }

    private static final class Git implements DesiredState {
        @Nullable
        Desired read;

        @Override
        public Optional<Desired> current() {
            return Optional.ofNullable(read);
        }

        @Override
        public Desired at(CommitId platformCommit) {
            throw new UnsupportedOperationException();
        }
    }
}
