package dev.slipway.gitops.validation.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every rule, with the name that annotations, comments and queries use for it: names never change. */
public enum Rule {
    SCHEMA_FIELD("schema/field", "An object has only fields that its schema knows.", Source.VALIDATION),
    SCHEMA_REQUIRED("schema/required", "Fields that the schema requires are there.", Source.VALIDATION),
    SCHEMA_TYPE("schema/type", "A value has the type that the schema says.", Source.VALIDATION),
    SCHEMA_VALUE("schema/value", "A value is within what the schema admits.", Source.VALIDATION),
    SCHEMA_DUPLICATE("schema/duplicate", "Entries of a list that is a map or a set are there once.", Source.MERGE),
    SCHEMA_NAME("schema/name", "Names and labels are written as Kubernetes admits them.", Source.NAMES),
    SCHEMA_MISSING("schema/missing", "There is a schema for each kind.", Source.DEFINITIONS),
    SCHEMA_UNCHECKED("schema/unchecked", "A schema's CEL rules hold; they are not evaluated.", Source.CEL),
    API_REMOVED("api/removed", "The cluster's Kubernetes still serves the API version.", Source.DEPRECATIONS),
    API_DEPRECATED("api/deprecated", "The API version is not on its way out.", Source.DEPRECATIONS),
    SELECTOR_TEMPLATE("selector/template", "A workload's selector selects its own pods.", Source.LABELS),
    EXPRESSIONS("selector/expressions", "Expressions of selectors have the values they need.", Source.LABELS),
    CONFIG_MAP("reference/config-map", "A ConfigMap, and its key, that pods need is there.", Source.CONFIG_MAPS),
    SECRET("reference/secret", "A Secret, and its key, that pods or an Ingress need is there.", Source.SECRETS),
    RESTART_POLICY(
            "pod/restart-policy", "Pods of a Job end, those of a Deployment are restarted always.", Source.LIFECYCLE),
    CONTAINERS("pod/containers", "Containers have names of their own and images.", Source.PODS),
    IMAGE("pod/image", "An image is called so that a node can pull it.", Source.IMAGES),
    PORTS("pod/ports", "Ports of a container have names of their own.", Source.PODS),
    ENVIRONMENT("pod/environment", "Variables have names and one source.", Source.PODS),
    VOLUMES("pod/volumes", "Volumes have names and one source, and mounts stay within.", Source.VOLUMES),
    PROBES("pod/probes", "Probes and hooks do one thing.", Source.PROBES),
    RESOURCES("pod/resources", "Containers ask for resources that there are.", Source.RESOURCES),
    SCHEDULING("pod/scheduling", "What pods tolerate and are called can be.", Source.TAINTS),
    STRATEGY("workload/strategy", "How pods are replaced leads somewhere.", Source.STRATEGIES),
    JOB("workload/job", "A Job selects its pods itself and knows when it is done.", Source.JOBS),
    SCHEDULE("workload/schedule", "A CronJob has a schedule in a time zone that there is.", Source.SCHEDULES),
    AUTOSCALER("workload/autoscaler", "An autoscaler has room and says what it measures.", Source.SCALING),
    BUDGET("workload/disruption-budget", "A PodDisruptionBudget says one number.", Source.BUDGETS),
    SERVICE_PORTS("service/ports", "A Service has ports, with names where there are several.", Source.SERVICES),
    SERVICE_TYPE("service/type", "A Service has only what its type can have.", Source.SERVICES),
    INGRESS_HOST("ingress/host", "The hosts of an Ingress are names of DNS.", Source.INGRESSES),
    INGRESS_PATH("ingress/path", "The paths of an Ingress suit their type.", Source.INGRESSES),
    INGRESS_BACKEND("ingress/backend", "An Ingress leads to one backend each, at one port.", Source.INGRESSES),
    POLICY_PEERS("network-policy/peers", "A NetworkPolicy names peers and ports that can be.", Source.POLICIES),
    DATA_KEYS("data/keys", "Keys of ConfigMaps and Secrets can be files.", Source.CONFIG_MAPS),
    DATA_SIZE("data/size", "ConfigMaps and Secrets hold at most 1 MiB.", Source.CONFIG_MAPS),
    DATA_TYPE("data/type", "A Secret holds what its type promises.", Source.SECRETS),
    CLAIMS("data/volume-claim", "A claim says how its volume is used and how large it is.", Source.CLAIMS),
    LIMIT_BOUNDS("data/limit-range", "The bounds and defaults of a LimitRange leave room.", Source.LIMITS),
    PRIORITY("data/priority-class", "A PriorityClass stays below those of the system.", Source.CLASSES),
    DEFINITION("data/definition", "A definition is called after its kind, and stores one version.", Source.CRDS),
    PERMISSIONS("data/permissions", "Roles say what of which group is permitted, bindings to whom.", Source.RBAC),
    PROBE_PORT("reference/probe-port", "A container has the port that its probe names.", Source.PROBES),
    SERVICE_ACCOUNT("reference/service-account", "A ServiceAccount that is named is there.", Source.ACCOUNTS),
    VOLUME_CLAIM("reference/volume-claim", "A PersistentVolumeClaim that pods mount is there.", Source.VOLUMES),
    VOLUME("reference/volume", "A container mounts volumes that its pod has.", Source.VOLUMES),
    SERVICE(
            "reference/service",
            "A Service that a route or a StatefulSet names is there, with the port.",
            Source.SERVICES),
    GATEWAY("reference/gateway", "A Gateway that a route is attached to is there.", Source.GATEWAYS),
    SCALE_TARGET("reference/scale-target", "What an autoscaler scales is there, once.", Source.SCALING),
    SERVICE_SELECTOR("reference/service-selector", "A Service selects pods.", Source.SERVICES),
    SERVICE_PORT("reference/service-port", "Pods have the port that a Service leads to.", Source.SERVICES),
    DISRUPTION_BUDGET(
            "reference/disruption-budget", "A PodDisruptionBudget selects pods, and lets some go.", Source.BUDGETS),
    NETWORK_POLICY("reference/network-policy", "A NetworkPolicy and its peers select pods.", Source.POLICIES),
    ROLE("reference/role", "A binding's role is there.", Source.RBAC),
    CLASS("reference/class", "A class that is named is there.", Source.CLASSES),
    DUPLICATE("ownership/duplicate", "An Application renders an object once.", Source.ARGO_CD),
    TWO_OWNERS("ownership/two-applications", "One Application owns an object.", Source.ARGO_CD),
    LAST_APPLIED("sync/last-applied", "An object fits into the annotation that Argo CD keeps of it.", Source.APPLY),
    LEVEL("pod-security/level", "The Pod Security level of a namespace is known.", Source.ADMISSION),
    HOST_PROCESS("pod-security/host-process", "Baseline: no Windows HostProcess containers.", Source.STANDARDS),
    HOST_NAMESPACES("pod-security/host-namespaces", "Baseline: no namespaces of the host.", Source.STANDARDS),
    PRIVILEGED("pod-security/privileged", "Baseline: no privileged containers.", Source.STANDARDS),
    CAPABILITIES("pod-security/capabilities", "Baseline: no capabilities beyond the usual.", Source.STANDARDS),
    HOST_PATH("pod-security/host-path", "Baseline: no HostPath volumes.", Source.STANDARDS),
    HOST_PORTS("pod-security/host-ports", "Baseline: no ports of the host.", Source.STANDARDS),
    HOST_PROBES("pod-security/host-probes", "Baseline: probes and hooks name no host.", Source.STANDARDS),
    APP_ARMOR("pod-security/app-armor", "Baseline: AppArmor is not switched off.", Source.STANDARDS),
    SELINUX("pod-security/selinux", "Baseline: only SELinux types for containers, no user or role.", Source.STANDARDS),
    PROC_MOUNT("pod-security/proc-mount", "Baseline: /proc is masked.", Source.STANDARDS),
    SECCOMP("pod-security/seccomp", "Baseline: seccomp is not switched off. Restricted: it is set.", Source.STANDARDS),
    SYSCTLS("pod-security/sysctls", "Baseline: only sysctls that are safe.", Source.STANDARDS),
    VOLUME_TYPES("pod-security/volume-types", "Restricted: only volumes of the permitted types.", Source.STANDARDS),
    ESCALATION("pod-security/privilege-escalation", "Restricted: no privilege escalation.", Source.STANDARDS),
    NON_ROOT("pod-security/run-as-non-root", "Restricted: runs as non-root.", Source.STANDARDS),
    NON_ROOT_USER("pod-security/run-as-user", "Restricted: no user 0.", Source.STANDARDS),
    DROP_ALL(
            "pod-security/drop-capabilities",
            "Restricted: drops ALL, adds at most NET_BIND_SERVICE.",
            Source.STANDARDS),
    QUOTA("quota/exceeded", "What a namespace's objects ask for is within its ResourceQuota.", Source.QUOTAS),
    QUOTA_UNDECLARED("quota/undeclared", "Pods say what a quota of their namespace counts.", Source.QUOTAS),
    LIMIT_RANGE("quota/limit-range", "Containers are within the LimitRange.", Source.LIMITS),
    IGNORE("ignore/malformed", "slipway.dev/ignore names rules that exist, each with a reason.", "docs/validation.md");

    private final String id;
    private final String meaning;
    private final String source;

    Rule(String id, String meaning, String source) {
        this.id = id;
        this.meaning = meaning;
        this.source = source;
    }

    public String id() {
        return id;
    }

    /** What holds when it is not broken. */
    public String meaning() {
        return meaning;
    }

    /** Where it comes from. */
    public String source() {
        return source;
    }

    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Rule::id).toList();
    }

    @Override
    public String toString() {
        return id;
    }

    /** Pages of the projects that set the rules. */
    private static final class Source {
        private static final String DOCS = "https://kubernetes.io/docs/";
        private static final String CONCEPTS = DOCS + "concepts/";
        private static final String VALIDATION = DOCS + "reference/using-api/api-concepts/#field-validation";
        private static final String MERGE = DOCS + "reference/using-api/server-side-apply/#merge-strategy";
        private static final String NAMES = CONCEPTS + "overview/working-with-objects/names/";
        private static final String LABELS = CONCEPTS + "overview/working-with-objects/labels/";
        private static final String CRDS =
                DOCS + "tasks/extend-kubernetes/custom-resources/custom-resource-definitions/";
        private static final String DEFINITIONS = CRDS + "#specifying-a-structural-schema";
        private static final String CEL = CRDS + "#validation-rules";
        private static final String DEPRECATIONS = DOCS + "reference/using-api/deprecation-guide/";
        private static final String CONFIG_MAPS = CONCEPTS + "configuration/configmap/";
        private static final String SECRETS = CONCEPTS + "configuration/secret/";
        private static final String ACCOUNTS = CONCEPTS + "security/service-accounts/";
        private static final String VOLUMES = CONCEPTS + "storage/volumes/";
        private static final String CLAIMS = CONCEPTS + "storage/persistent-volumes/#persistentvolumeclaims";
        private static final String SERVICES = CONCEPTS + "services-networking/service/";
        private static final String GATEWAYS = "https://gateway-api.sigs.k8s.io/api-types/httproute/#parentrefs";
        private static final String IMAGES = CONCEPTS + "containers/images/#image-names";
        private static final String SCALING = DOCS + "tasks/run-application/horizontal-pod-autoscale/";
        private static final String BUDGETS = DOCS + "tasks/run-application/configure-pdb/";
        private static final String POLICIES = CONCEPTS + "services-networking/network-policies/";
        private static final String RBAC = DOCS + "reference/access-authn-authz/rbac/";
        private static final String CLASSES = CONCEPTS + "scheduling-eviction/pod-priority-preemption/";
        private static final String SYNC_OPTIONS = "https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/";
        private static final String ARGO_CD = SYNC_OPTIONS + "#fail-the-sync-if-a-shared-resource-is-found";
        private static final String APPLY = SYNC_OPTIONS + "#server-side-apply";
        private static final String ADMISSION = CONCEPTS + "security/pod-security-admission/";
        private static final String STANDARDS = CONCEPTS + "security/pod-security-standards/";
        private static final String LIFECYCLE = CONCEPTS + "workloads/pods/pod-lifecycle/#restart-policy";
        private static final String PODS = DOCS + "reference/kubernetes-api/workload-resources/pod-v1/";
        private static final String PROBES = CONCEPTS + "workloads/pods/probes/";
        private static final String RESOURCES = CONCEPTS + "configuration/manage-resources-containers/";
        private static final String TAINTS = CONCEPTS + "scheduling-eviction/taint-and-toleration/";
        private static final String CONTROLLERS = CONCEPTS + "workloads/controllers/";
        private static final String STRATEGIES = CONTROLLERS + "deployment/#strategy";
        private static final String JOBS = CONTROLLERS + "job/";
        private static final String SCHEDULES = CONTROLLERS + "cron-jobs/#schedule-syntax";
        private static final String INGRESSES = CONCEPTS + "services-networking/ingress/";
        private static final String QUOTAS = CONCEPTS + "policy/resource-quotas/";
        private static final String LIMITS = CONCEPTS + "policy/limit-range/";
    }
}
