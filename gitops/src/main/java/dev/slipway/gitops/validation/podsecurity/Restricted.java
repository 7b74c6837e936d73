package dev.slipway.gitops.validation.podsecurity;

import dev.slipway.gitops.validation.inventory.Container;
import dev.slipway.gitops.validation.inventory.Workload;
import dev.slipway.gitops.validation.podsecurity.Control.Breach;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The controls that the level "restricted" adds. Those of Linux do not hold for pods that say {@code os.name: windows}. */
final class Restricted {

    private static final Set<String> VOLUMES = Set.of(
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "image",
            "persistentVolumeClaim",
            "projected",
            "secret");

    private Restricted() {}

    static List<Control> controls() {
        return List.of(
                control(Rule.VOLUME_TYPES, Restricted::volumes),
                control(Rule.ESCALATION, Restricted::escalation),
                control(Rule.NON_ROOT, Restricted::nonRoot),
                control(Rule.NON_ROOT_USER, Restricted::user),
                control(Rule.SECCOMP, Restricted::seccomp),
                control(Rule.DROP_ALL, Restricted::capabilities));
    }

    private static Control control(Rule rule, Control.Holds holds) {
        return new Control(rule, Level.RESTRICTED, 0, holds);
    }

    private static boolean isWindows(Workload pods) {
        return pods.text("os", "name").orElse("").equals("windows");
    }

    private static List<Breach> volumes(Workload pods) {
        List<Breach> breaches = new ArrayList<>();
        List<@Nullable Object> volumes = pods.list("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            Map<String, @Nullable Object> volume = Values.asMap(volumes.get(i));
            for (String type : volume == null ? Set.<String>of() : volume.keySet()) {
                if (!type.equals("name") && !VOLUMES.contains(type)) {
                    breaches.add(new Breach(
                            pods.pointer() + "/volumes/" + i + "/" + type,
                            "The volume \"" + Values.text(volume, "name") + "\" is of type \"" + type + "\".",
                            "one of "
                                    + String.join(
                                            ", ", VOLUMES.stream().sorted().toList())));
                }
            }
        }
        return breaches;
    }

    private static List<Breach> escalation(Workload pods) {
        List<Breach> breaches = new ArrayList<>();
        for (Container container : isWindows(pods) ? List.<Container>of() : pods.containers()) {
            if (!"false".equals(Values.text(container.at("securityContext"), "allowPrivilegeEscalation"))) {
                breaches.add(new Breach(
                        container.pointer() + "/securityContext/allowPrivilegeEscalation",
                        "The container \"" + container.name() + "\" does not say allowPrivilegeEscalation: false.",
                        "false"));
            }
        }
        return breaches;
    }

    private static List<Breach> nonRoot(Workload pods) {
        boolean ofThePod =
                pods.text("securityContext", "runAsNonRoot").orElse("").equals("true");
        List<Breach> breaches = new ArrayList<>();
        for (Container container : pods.containers()) {
            String own = Values.text(container.at("securityContext"), "runAsNonRoot");
            if (own == null ? !ofThePod : !own.equals("true")) {
                breaches.add(new Breach(
                        container.pointer() + "/securityContext/runAsNonRoot",
                        "The container \"" + container.name() + "\" does not say runAsNonRoot: true, nor does its pod.",
                        "true"));
            }
        }
        return breaches;
    }

    private static List<Breach> user(Workload pods) {
        List<Breach> breaches = new ArrayList<>();
        if (pods.text("securityContext", "runAsUser").orElse("").equals("0")) {
            breaches.add(new Breach(
                    pods.pointer() + "/securityContext/runAsUser", "The pod's runAsUser is \"0\".", "another user"));
        }
        for (Container container : pods.containers()) {
            if ("0".equals(Values.text(container.at("securityContext"), "runAsUser"))) {
                breaches.add(new Breach(
                        container.pointer() + "/securityContext/runAsUser",
                        "The container \"" + container.name() + "\" has runAsUser \"0\".",
                        "another user"));
            }
        }
        return breaches;
    }

    /** What switches it off is baseline's. */
    private static List<Breach> seccomp(Workload pods) {
        boolean ofThePod =
                pods.text("securityContext", "seccompProfile", "type").isPresent();
        List<Breach> breaches = new ArrayList<>();
        for (Container container : isWindows(pods) || ofThePod ? List.<Container>of() : pods.containers()) {
            if (Values.text(container.at("securityContext"), "seccompProfile", "type") == null) {
                breaches.add(new Breach(
                        container.pointer() + "/securityContext/seccompProfile",
                        "The container \"" + container.name() + "\" sets no seccompProfile, nor does its pod.",
                        "RuntimeDefault or Localhost"));
            }
        }
        return breaches;
    }

    private static List<Breach> capabilities(Workload pods) {
        if (isWindows(pods)) {
            return List.of();
        }
        List<Breach> breaches = new ArrayList<>(Baseline.added(pods, Set.of("NET_BIND_SERVICE")));
        for (Container container : pods.containers()) {
            if (!container.list("securityContext", "capabilities", "drop").contains("ALL")) {
                breaches.add(new Breach(
                        container.pointer() + "/securityContext/capabilities/drop",
                        "The container \"" + container.name() + "\" does not drop ALL capabilities.",
                        "drop: [ALL]"));
            }
        }
        return breaches;
    }
}
