package dev.slipway.gitops.validation.podsecurity;

import dev.slipway.gitops.validation.inventory.Container;
import dev.slipway.gitops.validation.inventory.Workload;
import dev.slipway.gitops.validation.podsecurity.Control.Breach;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The controls of the level "baseline". */
final class Baseline {

    private static final Set<String> CAPABILITIES = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private static final Set<String> SELINUX_TYPES =
            Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");

    private static final Set<String> SYSCTLS = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes");

    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";

    private Baseline() {}

    static List<Control> controls() {
        return List.of(
                control(
                        Rule.HOST_PROCESS,
                        pods -> contexts(pods, "true"::equals, "false", "windowsOptions", "hostProcess")),
                control(Rule.HOST_NAMESPACES, Baseline::hostNamespaces),
                control(Rule.PRIVILEGED, pods -> inContainers(pods, "true"::equals, "false", "privileged")),
                control(Rule.CAPABILITIES, pods -> added(pods, CAPABILITIES)),
                control(Rule.HOST_PATH, pods -> volumes(pods, Set.of("hostPath"))),
                control(Rule.HOST_PORTS, Baseline::hostPorts),
                new Control(Rule.HOST_PROBES, Level.BASELINE, 34, Baseline::hostProbes),
                control(Rule.APP_ARMOR, Baseline::appArmor),
                control(Rule.SELINUX, Baseline::seLinux),
                control(
                        Rule.PROC_MOUNT,
                        pods -> inContainers(pods, value -> !value.equals("Default"), "Default", "procMount")),
                control(
                        Rule.SECCOMP,
                        pods -> contexts(
                                pods, "Unconfined"::equals, "RuntimeDefault or Localhost", "seccompProfile", "type")),
                control(Rule.SYSCTLS, Baseline::sysctls));
    }

    private static Control control(Rule rule, Control.Holds holds) {
        return new Control(rule, Level.BASELINE, 0, holds);
    }

    /** Which values are forbidden. */
    interface Forbidden {
        boolean test(String value);
    }

    /** In the security context of the pod, and of its containers. */
    private static List<Breach> contexts(Workload pods, Forbidden forbidden, String permitted, String... path) {
        List<Breach> breaches = new ArrayList<>();
        String own = Values.text(Values.at(pods.spec(), "securityContext"), path);
        if (own != null && forbidden.test(own)) {
            breaches.add(breach(pods.pointer() + "/securityContext", path, own, permitted));
        }
        breaches.addAll(inContainers(pods, forbidden, permitted, path));
        return breaches;
    }

    private static List<Breach> inContainers(Workload pods, Forbidden forbidden, String permitted, String... path) {
        List<Breach> breaches = new ArrayList<>();
        for (Container container : pods.containers()) {
            String value = Values.text(container.at("securityContext"), path);
            if (value != null && forbidden.test(value)) {
                breaches.add(breach(container.pointer() + "/securityContext", path, value, permitted));
            }
        }
        return breaches;
    }

    private static Breach breach(String at, String[] path, String value, String permitted) {
        return new Breach(
                at + "/" + String.join("/", path),
                "securityContext." + String.join(".", path) + " is \"" + value + "\".",
                permitted);
    }

    private static List<Breach> hostNamespaces(Workload pods) {
        return Stream.of("hostNetwork", "hostPID", "hostIPC")
                .filter(field -> pods.text(field).orElse("").equals("true"))
                .map(field -> new Breach(pods.pointer() + "/" + field, field + " is \"true\".", "false"))
                .toList();
    }

    /** Capabilities beyond these. */
    static List<Breach> added(Workload pods, Set<String> permitted) {
        List<Breach> breaches = new ArrayList<>();
        for (Container container : pods.containers()) {
            List<?> added = container.list("securityContext", "capabilities", "add");
            for (int i = 0; i < added.size(); i++) {
                if (!permitted.contains(String.valueOf(added.get(i)))) {
                    breaches.add(new Breach(
                            container.pointer() + "/securityContext/capabilities/add/" + i,
                            "The container \"" + container.name() + "\" adds the capability \"" + added.get(i) + "\".",
                            "at most "
                                    + String.join(
                                            ", ", permitted.stream().sorted().toList())));
                }
            }
        }
        return breaches;
    }

    /** Volumes of these types. */
    static List<Breach> volumes(Workload pods, Set<String> types) {
        List<Breach> breaches = new ArrayList<>();
        List<@Nullable Object> volumes = pods.list("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            for (String type : types) {
                if (Values.at(volumes.get(i), type) != null) {
                    breaches.add(new Breach(
                            pods.pointer() + "/volumes/" + i + "/" + type,
                            "The volume \"" + Values.text(volumes.get(i), "name") + "\" is of type \"" + type + "\".",
                            "a volume of another type"));
                }
            }
        }
        return breaches;
    }

    private static List<Breach> hostPorts(Workload pods) {
        List<Breach> breaches = new ArrayList<>();
        for (Container container : pods.containers()) {
            List<?> ports = container.list("ports");
            for (int i = 0; i < ports.size(); i++) {
                String port = Values.text(ports.get(i), "hostPort");
                if (port != null && !port.equals("0")) {
                    breaches.add(new Breach(
                            container.pointer() + "/ports/" + i + "/hostPort",
                            "hostPort is \"" + port + "\".",
                            "none"));
                }
            }
        }
        return breaches;
    }

    private static List<Breach> hostProbes(Workload pods) {
        List<Breach> breaches = new ArrayList<>();
        for (Container container : pods.containers()) {
            for (String[] place : new String[][] {
                {"livenessProbe"},
                {"readinessProbe"},
                {"startupProbe"},
                {"lifecycle", "postStart"},
                {"lifecycle", "preStop"}
            }) {
                for (String action : List.of("httpGet", "tcpSocket")) {
                    String host = Values.text(container.at(place), action, "host");
                    if (host != null && !host.isEmpty()) {
                        String at = String.join("/", place) + "/" + action + "/host";
                        breaches.add(new Breach(
                                container.pointer() + "/" + at,
                                at.replace('/', '.') + " is \"" + host + "\".",
                                "none"));
                    }
                }
            }
        }
        return breaches;
    }

    private static List<Breach> appArmor(Workload pods) {
        List<Breach> breaches = new ArrayList<>(
                contexts(pods, "Unconfined"::equals, "RuntimeDefault or Localhost", "appArmorProfile", "type"));
        String above = pods.pointer().substring(0, pods.pointer().lastIndexOf('/'));
        Object annotations = Values.at(
                pods.owner().object().content(),
                (above + "/metadata/annotations").substring(1).split("/"));
        if (annotations instanceof java.util.Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (String.valueOf(key).startsWith(APP_ARMOR)
                        && !String.valueOf(value).matches("|runtime/default|localhost/.*")) {
                    breaches.add(new Breach(
                            above + "/metadata/annotations",
                            "The annotation \"" + key + "\" is \"" + value + "\".",
                            "runtime/default or localhost/…"));
                }
            });
        }
        return breaches;
    }

    private static List<Breach> seLinux(Workload pods) {
        List<Breach> breaches = new ArrayList<>(
                contexts(pods, type -> !SELINUX_TYPES.contains(type), "container_t", "seLinuxOptions", "type"));
        for (String field : List.of("user", "role")) {
            breaches.addAll(contexts(pods, value -> !value.isEmpty(), "none", "seLinuxOptions", field));
        }
        return breaches;
    }

    private static List<Breach> sysctls(Workload pods) {
        List<Breach> breaches = new ArrayList<>();
        List<@Nullable Object> sysctls = pods.list("securityContext", "sysctls");
        for (int i = 0; i < sysctls.size(); i++) {
            String name = String.valueOf(Values.text(sysctls.get(i), "name"));
            if (!SYSCTLS.contains(name)) {
                breaches.add(new Breach(
                        pods.pointer() + "/securityContext/sysctls/" + i,
                        "The sysctl \"" + name + "\" is set.",
                        "at most " + String.join(", ", SYSCTLS.stream().sorted().toList())));
            }
        }
        return breaches;
    }
}
