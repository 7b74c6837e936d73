package dev.slipway.kustomize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A kustomization that a number stands for: the same files for the same number, always. */
final class Invention {
    private static final List<String> TEXTS = List.of(
            "plain",
            "two words",
            "10",
            "1.0",
            "true",
            "no",
            "on",
            "null",
            "~",
            "a: b",
            "- a",
            "#x",
            "x #y",
            "'q'",
            "é😀",
            "trailing ",
            "2001-01-01",
            "0x1F",
            "12:30",
            "1e3",
            "*",
            "&a",
            "%",
            "@",
            "{}",
            "[",
            "$(VAR)",
            "a long text of many words that goes on and on until it is folded, because it is wider than eighty columns",
            "line\nbreak",
            "tab\there",
            "");
    private static final List<String> PLAIN = List.of(
            "text",
            "10",
            "-3",
            "010",
            "0o17",
            "0x1F",
            "1_000",
            "1.0",
            "1.50",
            ".5",
            "1e3",
            "1e6",
            "1e21",
            "123456789012345678901",
            "true",
            "False",
            "yes",
            "on",
            "null",
            "~",
            "2001-01-01",
            "2001-01-01T00:00:00Z",
            "12:30:45",
            ".inf",
            "a#b",
            "<<x",
            "+1",
            "-0",
            "0.1",
            "1.5e-7",
            "!!str 5",
            "'it''s'",
            "a b");
    private static final List<String> NAMES = List.of("web", "api", "worker", "store");

    private static final int NEVER = Integer.MAX_VALUE;

    private final Random random;
    private final Map<String, String> files = new LinkedHashMap<>();
    /** Annotations without quotes; kubectl reads them now so, now so where it notes down origins. */
    private boolean odd;

    private final List<String> kinds = new ArrayList<>();

    private Invention(long number) {
        // Neighbouring seeds begin alike.
        this.random = new Random(number * 0x9E3779B97F4A7C15L);
    }

    /** Paths and texts in turn; what is rendered is in {@code overlay}. */
    static String[] files(long number) {
        Invention invention = new Invention(number);
        invention.base();
        invention.overlay();
        List<String> flat = new ArrayList<>();
        invention.files.forEach((path, text) -> flat.addAll(List.of(path, text)));
        return flat.toArray(String[]::new);
    }

    private void base() {
        List<String> resources = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String name = NAMES.get(i);
            resources.add(name + ".yaml");
            files.put("base/" + name + ".yaml", objects(name));
        }
        StringBuilder text = new StringBuilder("resources: " + resources + "\n");
        sometimes(
                3,
                () -> text.append("configMapGenerator:\n- name: settings\n  literals: [")
                        .append(quoted("K=" + text()))
                        .append(", A=b]\n"));
        sometimes(4, () -> text.append("namePrefix: base-\n"));
        sometimes(5, () -> text.append("commonLabels: {part: base}\n"));
        sometimes(5, () -> text.append("namespace: below\n"));
        files.put("base/kustomization.yaml", text.toString());
    }

    private String objects(String name) {
        String kind = List.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job")
                .get(random.nextInt(5));
        kinds.add(kind);
        StringBuilder text = new StringBuilder();
        text.append("apiVersion: ")
                .append(group(kind))
                .append("\nkind: ")
                .append(kind)
                .append("\nmetadata:\n  name: ")
                .append(name)
                .append("\n  labels: {app: ")
                .append(name)
                .append("}\n");
        odd |= random.nextInt(3) == 0;
        sometimes(
                odd ? 2 : NEVER,
                () -> text.append("  annotations: {note: ")
                        .append(quoted(text()))
                        .append(", odd: ")
                        .append(plain())
                        .append("}\n"));
        text.append(workload(kind, name));
        sometimes(2, () -> text.append("---\n").append(service(name)));
        sometimes(3, () -> text.append("---\n").append(other(name)));
        return text.toString();
    }

    private String workload(String kind, String name) {
        String pod = pod(name);
        String template = "template:\n  metadata: {labels: {app: " + name + "}}\n  spec:\n" + indented(pod, 4);
        String selector = "selector: {matchLabels: {app: " + name + "}}\n";
        return switch (kind) {
            case "CronJob" -> "spec:\n  schedule: \"*/5 * * * *\"\n  jobTemplate:\n    spec:\n" + indented(template, 6);
            case "Job" -> "spec:\n" + indented(template, 2);
            case "StatefulSet" ->
                "spec:\n  replicas: 1\n  serviceName: " + name + "\n" + indented(selector + template, 2)
                        + "  volumeClaimTemplates:\n  - metadata: {name: data}\n    spec: {accessModes: [ReadWriteOnce]}\n";
            case "Deployment" -> "spec:\n  replicas: " + random.nextInt(5) + "\n" + indented(selector + template, 2);
            default -> "spec:\n" + indented(selector + template, 2);
        };
    }

    private String pod(String name) {
        StringBuilder text = new StringBuilder();
        sometimes(3, () -> text.append("serviceAccountName: ").append(name).append("\n"));
        text.append("containers:\n- name: main\n  image: registry.example/")
                .append(name)
                .append(":1.")
                .append(random.nextInt(9))
                .append("\n  env:\n  - {name: TEXT, value: ")
                .append(quoted(text()))
                .append("}\n");
        sometimes(2, () -> text.append("  - name: FROM\n    valueFrom: {configMapKeyRef: {name: settings, key: K}}\n"));
        sometimes(
                2,
                () -> text.append(
                        "  ports:\n  - {name: http, containerPort: 8080, protocol: TCP}\n  - {containerPort: 9090, protocol: UDP}\n"));
        sometimes(3, () -> text.append("  resources: {limits: {cpu: 1.50, memory: 1Gi}, requests: {cpu: 0.1}}\n"));
        sometimes(
                3,
                () -> text.append("- name: side\n  image: side\n  args: [")
                        .append(quoted(text()))
                        .append(", \"-v\"]\n"));
        sometimes(
                3,
                () -> text.append(
                        "volumes:\n- name: config\n  configMap: {name: settings}\n- name: empty\n  emptyDir: {}\n"));
        return text.toString();
    }

    private String service(String name) {
        return "apiVersion: v1\nkind: Service\nmetadata: {name: " + name + "}\nspec:\n  selector: {app: " + name
                + "}\n  ports:\n  - {name: http, port: 80, targetPort: http}\n";
    }

    private String other(String name) {
        return switch (random.nextInt(6)) {
            case 0 ->
                "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: " + name
                        + "}\nspec:\n  rules:\n  - host: " + name
                        + ".example\n    http:\n      paths:\n      - {path: /, pathType: Prefix, backend: {service: {name: "
                        + name + ", port: {number: 80}}}}\n";
            case 1 ->
                "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: " + name
                        + "}\nspec:\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: " + name
                        + "}\n  maxReplicas: 5\n";
            case 2 ->
                "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: " + name
                        + "}\nspec:\n  minAvailable: 1\n  selector: {matchLabels: {app: " + name + "}}\n";
            case 3 ->
                "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: " + name
                        + "}\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: "
                        + name
                        + "}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: " + name
                        + "}\nsubjects:\n- {kind: ServiceAccount, name: " + name + "}\n";
            case 4 ->
                "apiVersion: v1\nkind: Secret\nmetadata: {name: " + name + "-key}\nstringData: {k: " + quoted(text())
                        + "}\n";
            default ->
                "apiVersion: example.com/v1\nkind: Gadget\nmetadata: {name: " + name + "}\nspec:\n  size: "
                        + List.of("1", "1.50", "1e3", "0x10", "010", "true", "yes", "null", "~")
                                .get(random.nextInt(9))
                        + "\n  image: registry.example/web:1\n  owner: " + name + "\n  odd: " + plain()
                        + "\n  list: [{name: a, v: 1}, {name: b, v: 2}]\n  text: |\n    one $(VAR)\n    two\n";
        };
    }

    private void overlay() {
        StringBuilder text = new StringBuilder("resources: [../base");
        sometimes(4, () -> {
            files.put(
                    "overlay/extra.yaml",
                    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: extra}\ndata: {k: " + quoted(text()) + "}\n");
            text.append(", extra.yaml");
        });
        text.append("]\n");
        sometimes(2, () -> text.append("namespace: prod\n"));
        sometimes(3, () -> text.append("namePrefix: p-\n"));
        sometimes(3, () -> text.append("nameSuffix: -s\n"));
        sometimes(
                3,
                () -> text.append("commonAnnotations: {owner: ")
                        .append(quoted(text()))
                        .append("}\n"));
        sometimes(
                2,
                () -> text.append("labels:\n- pairs: {stage: prod}\n  includeSelectors: ")
                        .append(random.nextBoolean())
                        .append("\n  includeTemplates: ")
                        .append(random.nextBoolean())
                        .append("\n"));
        sometimes(
                2,
                () -> text.append(
                        "images:\n- {name: registry.example/web, newTag: \"2\"}\n- {name: side, newName: other/side, digest: \"sha256:0123\"}\n"));
        sometimes(
                3,
                () -> text.append("configMapGenerator:\n- name: ")
                        .append(random.nextBoolean() ? "more" : "most")
                        .append("\n  literals: [")
                        .append(quoted("K=" + text()))
                        .append("]\n  options: {disableNameSuffixHash: ")
                        .append(random.nextBoolean())
                        .append("}\n"));
        sometimes(
                4,
                () -> text.append("secretGenerator:\n- name: hidden\n  literals: [")
                        .append(quoted("K=" + text()))
                        .append("]\n"));
        sometimes(
                5,
                () -> text.append("sortOptions: {order: ")
                        .append(random.nextBoolean() ? "fifo" : "legacy")
                        .append("}\n"));
        sometimes(
                odd ? NEVER : 4,
                () -> text.append("buildMetadata: [originAnnotations, transformerAnnotations, managedByLabel]\n"));
        sometimes(4, () -> component(text));
        patches(text);
        sometimes(3, () -> replacements(text));
        sometimes(
                4,
                () -> text.append("vars:\n- name: VAR\n  objref: {apiVersion: ")
                        .append(group(kinds.getFirst()))
                        .append(", kind: ")
                        .append(kinds.getFirst())
                        .append(", name: web}\n  fieldref: {fieldpath: metadata.")
                        .append(random.nextBoolean() ? "name" : "labels.app")
                        .append("}\n"));
        sometimes(4, () -> configuration(text));
        sometimes(4, () -> {
            // A patch that replaces all annotations makes kubectl forget where the object came from.
            if (text.indexOf("buildMetadata") < 0) {
                older(text);
            }
        });
        sometimes(
                5,
                () -> text.append(
                        "transformers:\n- |-\n  apiVersion: builtin\n  kind: LabelTransformer\n  metadata: {name: t}\n  labels: {made: here}\n  fieldSpecs:\n  - {path: metadata/labels, create: true}\n"));
        files.put("overlay/kustomization.yaml", text.toString());
    }

    private void configuration(StringBuilder text) {
        files.put(
                "overlay/config.yaml",
                "images:\n- {path: spec/image, kind: Gadget}\nnameReference:\n- kind: "
                        + kinds.getFirst()
                        + "\n  fieldSpecs:\n  - {path: spec/owner, kind: Gadget}\ncommonAnnotations:\n"
                        + "- {path: spec/notes, kind: Gadget, create: " + random.nextBoolean() + "}\n"
                        + (random.nextBoolean() ? "namePrefix:\n- {path: metadata/name, kind: Service}\n" : "")
                        + "varReference:\n- {path: spec/text, kind: Gadget}\n");
        text.append("configurations: [config.yaml]\n");
    }

    private void older(StringBuilder text) {
        String kind = kinds.getFirst();
        files.put("overlay/older.yaml", merge(kind).replace("{name: any}", "{name: web}"));
        text.append("patchesStrategicMerge: [older.yaml]\npatchesJson6902:\n- target: {kind: ")
                .append(kind)
                .append(", name: web}\n  patch: '")
                .append("[{\"op\": \"add\", \"path\": \"/metadata/annotations\", \"value\": {\"n\": ")
                .append(List.of("1", "1.50", "true", "null", "\"x\"", "[1]").get(random.nextInt(6)))
                .append("}}]'\n");
    }

    private static String group(String kind) {
        return kind.equals("CronJob") || kind.equals("Job") ? "batch/v1" : "apps/v1";
    }

    private void component(StringBuilder text) {
        files.put(
                "part/kustomization.yaml",
                "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n"
                        + "commonAnnotations: {part: \"1\"}\npatches:\n- target: {kind: Deployment|StatefulSet}\n  patch: |-\n"
                        + "    - {op: replace, path: /spec/replicas, value: 7}\n");
        text.append("components: [../part]\n");
    }

    private void patches(StringBuilder text) {
        int count = random.nextInt(4);
        if (count > 0) {
            text.append("patches:\n");
        }
        for (int i = 0; i < count; i++) {
            String kind = kinds.get(random.nextInt(kinds.size()));
            text.append("- target: {kind: ").append(kind).append("}\n  patch: |-\n");
            text.append(indented(random.nextBoolean() ? merge(kind) : json(kind), 4));
        }
    }

    private String merge(String kind) {
        StringBuilder pod = new StringBuilder("containers:\n- name: main\n");
        sometimes(
                2,
                () -> pod.append("  env:\n  - {name: NEW, value: ")
                        .append(quoted(text()))
                        .append("}\n"));
        sometimes(3, () -> pod.append("  image: patched\n"));
        sometimes(3, () -> pod.append("  resources: null\n"));
        sometimes(3, () -> pod.append("  ports:\n  - {containerPort: 8080, protocol: TCP, name: renamed}\n"));
        sometimes(3, () -> pod.append("- {name: added, image: added}\n"));
        sometimes(4, () -> pod.append("tolerations:\n- {key: k, operator: Exists}\n"));
        String template = "template:\n  metadata: {annotations: {patched: " + quoted(text()) + "}}\n  spec:\n"
                + indented(pod.toString(), 4);
        String spec = kind.equals("CronJob") ? "jobTemplate:\n  spec:\n" + indented(template, 4) : template;
        return "apiVersion: " + group(kind) + "\nkind: " + kind + "\nmetadata: {name: any}\nspec:\n"
                + indented(spec, 2);
    }

    private String json(String kind) {
        String spec = kind.equals("CronJob") ? "/spec/jobTemplate/spec/template" : "/spec/template";
        return switch (random.nextInt(6)) {
            case 0 -> "- {op: replace, path: " + spec + "/spec/containers/0/image, value: json}\n";
            case 1 ->
                "- {op: add, path: " + spec + "/spec/containers/0/env/-, value: {name: J, value: " + quoted(text())
                        + "}}\n";
            case 2 -> "- {op: remove, path: " + spec + "/spec/containers/0/env}\n";
            case 3 -> "- op: replace\n  path: /spec/odd\n  value: " + plain() + "\n";
            case 4 ->
                "- {op: replace, path: /metadata/annotations/json, value: yes}\n- {op: replace, path: " + spec
                        + "/spec/containers/-1/image, value: last}\n";
            default ->
                "- {op: copy, from: /metadata/labels, path: " + spec + "/metadata/labels}\n"
                        + "- {op: add, path: /metadata/labels/a~1b, value: " + quoted(text()) + "}\n";
        };
    }

    private void replacements(StringBuilder text) {
        String kind = kinds.getFirst();
        text.append("replacements:\n- source: {kind: ")
                .append(kind)
                .append(", name: web, fieldPath: metadata.name}\n  targets:\n")
                .append("  - select: {kind: ")
                .append(kind)
                .append("}\n    fieldPaths: [.metadata.labels.app, \"metadata.labels.[copied.by/name]\"]\n")
                .append("    options: {create: true")
                .append(random.nextBoolean() ? ", delimiter: \"-\", index: 1" : "")
                .append("}\n");
        sometimes(
                2,
                () -> text.append(
                        "  - select: {kind: Service}\n    reject: [{name: api}]\n    fieldPaths: [\"spec.ports.*.name\"]\n"));
        sometimes(
                2,
                () -> text.append(
                        "  - select: {kind: Gadget}\n    fieldPaths: [\"spec.list.[name=a].v\", spec.made.0.deep]\n    options: {create: true}\n"));
    }

    private void sometimes(int oneIn, Runnable what) {
        if (random.nextInt(oneIn) == 0) {
            what.run();
        }
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String plain() {
        return PLAIN.get(random.nextInt(PLAIN.size()));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\n", "\\n").replace("\t", "\\t") + "\"";
    }

    private static String indented(String text, int spaces) {
        return text.indent(spaces);
    }
}
