package dev.slipway.gitops.validation.podsecurity;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.inventory.Workload;
import dev.slipway.gitops.validation.podsecurity.Control.Breach;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Severity;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.version.KubernetesVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Holds pods against the labels of their namespace: what "enforce" forbids is an error, since the pods are refused, what "warn" and
 * "audit" complain of a warning.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-admission/">Pod Security Admission</a>
 */
public final class PodSecurityCheck implements Check {

    private static final String LABEL = "pod-security.kubernetes.io/";

    private final List<Control> controls = Stream.concat(Baseline.controls().stream(), Restricted.controls().stream())
            .toList();

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        for (List<Workload> pods : inventory.workloads()) {
            Managed first = pods.getFirst().owner();
            Optional<Managed> namespace = inventory.namespace(first.cluster(), first.namespace());
            if (namespace.isEmpty()) {
                found.accept(first, undeclared(first));
                continue;
            }
            level(namespace.get(), "enforce", found);
            pods.forEach(workload -> check(namespace.get(), workload, found));
        }
    }

    private static Violation undeclared(Managed first) {
        return Violation.unknown(
                Rule.LEVEL,
                "",
                "Git declares no namespace \"" + first.namespace() + "\" for \"" + first.cluster()
                        + "\": which Pod Security level its pods are held to cannot be told.",
                "Declare the namespace with its labels.");
    }

    private static Optional<Level> level(Managed namespace, String mode, BiConsumer<Managed, Violation> found) {
        String label = namespace.object().labels().getOrDefault(LABEL + mode, "privileged");
        Optional<Level> level = Level.of(label);
        if (level.isEmpty()) {
            found.accept(
                    namespace,
                    Violation.error(
                            Rule.LEVEL,
                            "/metadata/labels/" + LABEL.replace("/", "~1") + mode,
                            "\"" + label + "\" is no Pod Security level.",
                            "privileged, baseline or restricted",
                            "Kubernetes refuses the label."));
        }
        return level;
    }

    private void check(Managed namespace, Workload workload, BiConsumer<Managed, Violation> found) {
        Level enforced = Level.of(label(namespace, "enforce")).orElse(Level.RESTRICTED);
        Holding enforcing = new Holding(namespace, "enforces", Severity.ERROR);
        breaches(workload, Level.PRIVILEGED, enforced, version(namespace, "enforce"), enforcing, found);
        for (String mode : List.of("warn", "audit")) {
            Level level = Level.of(label(namespace, mode)).orElse(Level.PRIVILEGED);
            if (level.compareTo(enforced) > 0) {
                String words = mode.equals("warn") ? "warns of what breaks" : "records what breaks";
                Holding told = new Holding(namespace, words, Severity.WARNING);
                breaches(workload, enforced, level, version(namespace, mode), told, found);
                return;
            }
        }
    }

    private static String label(Managed namespace, String mode) {
        return namespace.object().labels().getOrDefault(LABEL + mode, "privileged");
    }

    private static int version(Managed namespace, String mode) {
        return KubernetesVersion.parse(namespace.object().labels().getOrDefault(LABEL + mode + "-version", "latest"))
                .orElse(KubernetesVersion.NEWEST)
                .minor();
    }

    /** How a namespace holds its pods to a level. */
    private record Holding(Managed namespace, String words, Severity severity) {}

    /** Of the controls above one level and up to another. */
    private void breaches(
            Workload workload,
            Level above,
            Level level,
            int version,
            Holding application,
            BiConsumer<Managed, Violation> found) {
        for (Control control : controls) {
            if (control.level().compareTo(above) > 0
                    && control.level().compareTo(level) <= 0
                    && control.since() <= version) {
                for (Breach breach : control.holds().breaches(workload)) {
                    found.accept(
                            workload.owner(),
                            new Violation(
                                    control.rule(),
                                    application.severity(),
                                    breach.pointer(),
                                    breach.what(),
                                    breach.expected(),
                                    "The namespace \"" + application.namespace().name() + "\" " + application.words()
                                            + " the level \"" + level + "\"."));
                }
            }
        }
    }
}
