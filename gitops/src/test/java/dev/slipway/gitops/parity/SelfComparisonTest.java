package dev.slipway.gitops.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.parity.dependencies.Declaration;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a service is, it is like itself, and like itself in another environment under that one's names. */
class SelfComparisonTest {

    @Property(tries = 200)
    void aServiceIsLikeItself(@ForAll("services") Map<String, Object> deployment) {
        assertThat(compare(object(deployment, "staging"), object(deployment, "staging"))
                        .terms())
                .allMatch(each -> each.verdict() == Verdict.MATCH);
    }

    @Property(tries = 200)
    void itsNameInTheOtherEnvironmentAndTheOrderOfItsListsMeanNothing(
            @ForAll("services") Map<String, Object> deployment, @ForAll Random random) {
        Comparison comparison =
                compare(object(deployment, "staging"), object(shuffled(deployment, random), "production"));

        assertThat(comparison.blocking()).isEmpty();
    }

    private static Comparison compare(Resource left, Resource right) {
        return new Parity(ParityRules.STANDARD, Shop.TODAY)
                .compare("shop", side("staging", left), side("production", right));
    }

    private static Side side(String environment, Resource object) {
        Resource namespace =
                Resource.of(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", environment)));
        return new Side.Known(
                environment,
                "red-" + environment,
                Set.of(),
                new Manifests(List.of(object), List.of(namespace)),
                new Declaration.Read("deploy/dependencies.yaml", List.of()));
    }

    private static Resource object(Map<String, Object> container, String environment) {
        return Resource.of(Map.of(
                "apiVersion",
                "apps/v1",
                "kind",
                "Deployment",
                "metadata",
                Map.of("name", "shop-" + environment),
                "spec",
                Map.of("template", Map.of("spec", Map.of("containers", List.of(container))))));
    }

    private static Map<String, Object> shuffled(Map<String, Object> container, Random random) {
        Map<String, Object> other = new LinkedHashMap<>(container);
        for (String list : List.of("env", "ports", "volumeMounts")) {
            List<Object> items = new ArrayList<>((List<?>) container.get(list));
            Collections.shuffle(items, random);
            other.put(list, items);
        }
        return other;
    }

    @Provide
    Arbitrary<Map<String, Object>> services() {
        // Of letters that spell no environment's name: "prod" means something else in production than in staging.
        Arbitrary<String> word =
                Arbitraries.strings().withCharRange('a', 'm').ofMinLength(1).ofMaxLength(8);
        Arbitrary<List<Object>> env = word.list()
                .uniqueElements()
                .ofMaxSize(5)
                .map(names -> names.stream()
                        .<Object>map(each -> Map.of("name", each, "value", each))
                        .toList());
        Arbitrary<List<Object>> ports = Arbitraries.integers()
                .between(1, 65535)
                .list()
                .uniqueElements()
                .ofMaxSize(4)
                .map(numbers -> numbers.stream()
                        .<Object>map(each -> Map.of("containerPort", (long) each))
                        .toList());
        Arbitrary<List<Object>> mounts = word.list()
                .uniqueElements()
                .ofMaxSize(4)
                .map(paths -> paths.stream()
                        .<Object>map(each -> Map.of("name", "v", "mountPath", "/" + each))
                        .toList());
        return Combinators.combine(env, ports, mounts, word.list().ofMaxSize(4))
                .as((variables, numbers, paths, arguments) -> Map.of(
                        "name", "app", "env", variables, "ports", numbers, "volumeMounts", paths, "args", arguments));
    }
}
