package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Holds the modules to the dependency table of the design. */
class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(
            SlipwayServer.class,
            JavaClass.Predicates.resideInAnyPackage(
                    "dev.slipway.testkit..",
                    "dev.slipway.documents..",
                    "dev.slipway.template..",
                    "dev.slipway.scaffolding..",
                    "dev.slipway.kustomize..",
                    "dev.slipway.gitops..",
                    "dev.slipway.gotemplate..",
                    "dev.slipway.helm..",
                    "dev.slipway.entities..",
                    "dev.slipway.goldenpaths.."));

    private static final Set<String> EVERYWHERE = Set.of("kernel", "scheduling", "audit", "ui", "identity");

    private static final Map<String, Set<String>> TABLE = table();

    @Test
    void modulesTouchOnlyWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void declarationsEqualTheTable() {
        Map<String, Set<String>> declared = MODULES.stream()
                .collect(Collectors.toMap(
                        module -> module.getIdentifier().toString(),
                        module -> declared(module.getBasePackage().getName()),
                        (a, b) -> a,
                        TreeMap::new));

        assertThat(declared).isEqualTo(TABLE);
    }

    private static Set<String> declared(String packageName) {
        try {
            ApplicationModule annotation =
                    Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
            return new TreeSet<>(Arrays.asList(annotation.allowedDependencies()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(packageName + " has no package-info", e);
        }
    }

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new TreeMap<>();
        table.put("kernel", Set.of());
        table.put("sandbox", Set.of());
        table.put("operations", Set.of("kernel"));
        table.put("scheduling", Set.of("kernel", "operations"));
        table.put("launch", Set.of("kernel", "sandbox", "traffic::front"));
        table.put("audit", Set.of("kernel", "operations", "scheduling"));
        table.put("ui", Set.of("kernel", "operations", "scheduling"));
        table.put("identity", Set.of("kernel", "operations", "scheduling", "audit", "ui"));
        row(table, "retention", "operations");
        row(table, "git", "operations");
        row(table, "changes", "git", "operations");
        row(table, "platform", "changes", "git");
        row(table, "catalog", "git", "operations", "platform");
        row(table, "scaffolder", "git", "git::difference", "changes", "operations", "platform", "catalog");
        row(table, "builds", "git", "operations", "platform", "sandbox");
        row(table, "desiredstate", "changes", "git", "platform");
        row(table, "delivery", "desiredstate", "builds", "git", "operations", "platform", "sandbox");
        row(table, "traffic", "desiredstate", "delivery", "platform");
        row(table, "promotion", "changes", "git", "platform", "builds", "desiredstate", "delivery", "traffic");
        row(table, "previews", "changes", "git", "platform", "builds", "desiredstate", "delivery", "traffic");
        row(table, "services", "changes", "git", "platform", "builds", "desiredstate", "delivery", "scaffolder");
        row(
                table,
                "portal",
                "changes",
                "git",
                "operations",
                "platform",
                "catalog",
                "scaffolder",
                "builds",
                "desiredstate",
                "delivery",
                "traffic",
                "promotion",
                "previews",
                "services");
        return table;
    }

    private static void row(Map<String, Set<String>> table, String module, String... below) {
        Set<String> all = new TreeSet<>(EVERYWHERE);
        all.addAll(Arrays.asList(below));
        table.put(module, all);
    }
}
