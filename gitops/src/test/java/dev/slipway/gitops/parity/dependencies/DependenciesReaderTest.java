package dev.slipway.gitops.parity.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.Finding;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DependenciesReaderTest {

    private static Declaration read(String text) {
        return DependenciesReader.read(MemoryTree.ofTexts("deploy/dependencies.yaml", text), "deploy/overlays/dev");
    }

    @Test
    void readsWhatIsCalledPerEnvironment() {
        Declaration declaration = read("""
                apiVersion: slipway.dev/v1
                kind: Dependencies
                metadata: {name: shop}
                spec:
                  dependencies:
                    - name: orders
                      environments:
                        dev: {host: orders.localhost, port: 80, tls: none}
                        production: {host: orders.example.com, port: 443, tls: mutual, credential: {secret: client, keys: [tls.crt]}}
                """);

        assertThat(declaration)
                .asInstanceOf(InstanceOfAssertFactories.type(Declaration.Read.class))
                .extracting(each -> each.dependencies()
                        .getFirst()
                        .in("production")
                        .orElseThrow()
                        .toString())
                .isEqualTo("orders.example.com:443, tls: mutual, Secret client (tls.crt)");
    }

    @Test
    void isFoundBesideWhatIsRendered() {
        MemoryTree tree = MemoryTree.ofTexts("services/cart/deploy/dependencies.yaml", """
                apiVersion: slipway.dev/v1
                kind: Dependencies
                spec: {dependencies: []}
                """);

        assertThat(DependenciesReader.read(tree, "services/cart/k8s/overlays/prod"))
                .isEqualTo(new Declaration.Read("services/cart/deploy/dependencies.yaml", List.of()));
        assertThat(DependenciesReader.read(tree, "services/till/k8s"))
                .asInstanceOf(InstanceOfAssertFactories.type(Declaration.Missing.class))
                .extracting(Declaration.Missing::reason)
                .asString()
                .contains("nor a dependencies.yaml in \"services/till/k8s\" or a directory above");
    }

    @Test
    void saysEverythingThatIsWrongWithItsLine() {
        Declaration declaration = read("""
                apiVersion: slipway.dev/v1
                kind: Dependencies
                metadata: {name: shop}
                spec:
                  dependencies:
                    - name: orders
                      environments:
                        dev: {host: "http://orders", port: 99999, tls: mutal}
                        staging: {host: orders, port: 443, tls: mutual}
                        production: {hots: orders, port: 443, tls: tls}
                """);

        List<Finding> findings = ((Declaration.Malformed) declaration).findings();
        assertThat(findings)
                .extracting(each -> each.where().replaceFirst(":\\d+$", "") + " " + each.what())
                .containsExactlyInAnyOrder(
                        "deploy/dependencies.yaml:8 \"http://orders\" is no host.",
                        "deploy/dependencies.yaml:8 \"99999\" is no port.",
                        "deploy/dependencies.yaml:8 There is no TLS mode \"mutal\".",
                        "deploy/dependencies.yaml:9 \"tls: mutual\" has no credential.",
                        "deploy/dependencies.yaml:10 \"hots\" is not a key of an endpoint.",
                        "deploy/dependencies.yaml:10 \"host\" is missing.");
        assertThat(findings).extracting(Finding::next).contains("Did you mean \"mutual\"?", "Did you mean \"host\"?");
    }

    @Test
    void findsTheFileNearestAboveWhatIsRendered() {
        MemoryTree tree = MemoryTree.ofTexts(
                "services/shop/dependencies.yaml",
                "apiVersion: slipway.dev/v1\nkind: Dependencies\nmetadata: {name: shop}\nspec: {dependencies: []}\n");

        assertThat(DependenciesReader.read(tree, "services/shop/overlays/dev")).isInstanceOf(Declaration.Read.class);
        assertThat(DependenciesReader.read(tree, "services/other/overlays/dev"))
                .isInstanceOf(Declaration.Missing.class);
    }
}
