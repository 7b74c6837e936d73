package dev.slipway.kustomize;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with the reference tool byte for byte. */
class KubectlComparisonTest {

    @TempDir
    private Path temporary;

    private void assertSame(String... pathsAndTexts) throws Exception {
        Kubectl.assertSame(temporary, "", pathsAndTexts);
    }

    private static String data(String... entries) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  " + String.join("\n  ", entries) + "\n";
    }

    @Test
    void quotesTextsThatWouldBeReadAsSomethingElse() throws Exception {
        StringBuilder entries = new StringBuilder();
        String[] texts = {
            "",
            "~",
            "null",
            "n",
            "Y",
            "yes",
            "On",
            "true",
            "0",
            "010",
            "0o17",
            "0x1F",
            "0b11",
            "1_000",
            "1e3",
            "1.0",
            ".5",
            "-.inf",
            ".nan",
            "12:30:45",
            "1:2",
            "2001-01-01",
            "2001-01-01 10:00:00",
            "2001-1-1T1:1:1Z",
            "<<",
            "=",
            "!a",
            "&a",
            "*a",
            "- a",
            "-a",
            "-",
            "--",
            "---",
            "...",
            "? a",
            "?a",
            ":a",
            "a:",
            "a: b",
            "a:b",
            "a #b",
            "a#b",
            "#a",
            "[a",
            "{a",
            "a]",
            "a,b",
            "@a",
            "`a",
            "%a",
            "|",
            ">",
            " a",
            "a ",
            "'a'",
            "a'b",
            "\\\"a\\\"",
            "a\\\\b",
            "\\t",
            "a\\tb",
            "a\\nb",
            "a\\nb\\n",
            "a\\n\\n",
            "\\n",
            "\\na",
            "  a\\nb",
            "a \\nb",
            "a\\n b",
            "a\\n",
            "\\r\\n",
            "é",
            "😀",
            "\\u00a0",
            "\\u2028",
            "\\ufeff",
            "+1",
            "+",
            "1_",
            "_1",
            "0_1",
            "08",
            "0.1.2",
            "1e",
            "1e+",
            "99999999999999999999",
            "-0",
            "+.5",
            "1.",
            "tRUE",
            "nUll",
            "a\\u0001",
            "1.5e300",
            "0b",
            "0x",
            "-0b1",
            "-0x1",
            "+0x1",
            "0o8",
            "190:20:30",
            "1:60",
            "2001-13-01",
            "01-01-2001",
            "1_0:00",
            "2001-01-01T00:00:00+01:00",
            "a\\n\\nb\\n"
        };
        for (int i = 0; i < texts.length; i++) {
            entries.append("  k").append(i).append(": \"").append(texts[i]).append("\"\n");
        }

        assertSame("kustomization.yaml", "resources: [a.yaml]\n", "a.yaml", data("k: v\n" + entries));
    }

    @Test
    void readsUnquotedScalarsAsGoDoes() throws Exception {
        StringBuilder entries = new StringBuilder();
        String[] texts = {
            "",
            "~",
            "Null",
            "yes",
            "n",
            "on",
            "True",
            "FALSE",
            "tRUE",
            "0",
            "010",
            "08",
            "0o17",
            "0x1F",
            "0b11",
            "1_000",
            "1e3",
            "1.0",
            "1.5",
            ".5",
            "-.5",
            "12:30:45",
            "2001-01-01",
            "2001-1-2",
            "99999999999",
            "9223372036854775807",
            "9223372036854775808",
            "18446744073709551615",
            "18446744073709551616",
            "1e21",
            "1e20",
            "1.5e-7",
            "0.00001",
            "123456789.5",
            "12345678901234567890.5",
            "-1",
            "+1",
            "-0",
            "1.",
            "1e-3",
            "0.1",
            "1234567.25",
            "100000000000000000000000"
        };
        for (int i = 0; i < texts.length; i++) {
            entries.append("  k").append(i).append(": ").append(texts[i]).append("\n");
        }

        assertSame(
                "kustomization.yaml",
                "resources: [a.yaml]\n",
                "a.yaml",
                "apiVersion: example.org/v1\nkind: Foo\nmetadata: {name: a}\nspec:\n" + entries);
    }

    @Test
    void ordersKeysNaturally() throws Exception {
        assertSame(
                "kustomization.yaml",
                "resources: [a.yaml]\n",
                "a.yaml",
                data(
                        "a10: x",
                        "a9: x",
                        "a1: x",
                        "A1: x",
                        "ab: x",
                        "a-b: x",
                        "a.b: x",
                        "a_b: x",
                        "\"1\": x",
                        "\"10\": x",
                        "\"2\": x",
                        "a100: x",
                        "a1000: x",
                        "é: x",
                        "a: x",
                        "y: x",
                        "no: x",
                        "_a: x",
                        "a b: x",
                        "a1.5: x",
                        "a1.10: x"));
    }

    @Test
    void foldsLongTexts() throws Exception {
        String words = "word ".repeat(40).strip();
        assertSame(
                "kustomization.yaml",
                "resources: [a.yaml]\n",
                "a.yaml",
                data(
                        "a: " + words,
                        "b: \"" + words + " \"",
                        "c: \"" + words.replace(" ", "  ") + "\"",
                        "d: \"'" + words + "\"",
                        "e: \"" + words + "\\t" + words + "\"",
                        "f: \"# " + words.replace("word", "it's") + "\"",
                        "g: \"" + words + "\\n" + words + "\"",
                        "h: " + "x".repeat(200) + " y z",
                        "k".repeat(140) + ": x",
                        "l".repeat(120) + ": " + words));
    }

    @Test
    void nestsMapsAndListsWithoutIndentingLists() throws Exception {
        assertSame("kustomization.yaml", "resources: [a.yaml]\n", "a.yaml", """
                apiVersion: example.org/v1
                kind: Foo
                metadata: {name: a}
                spec:
                  list: [[a, [b]], {x: [1], y: {z: []}}, {}, [], null, "t\\nu\\n", [[{a: {b: c}}]]]
                  empty: {}
                  text: |+
                    kept

                """);
    }

    @Test
    void readsBlanksAndEndsOfLinesInFilesOfVariables() throws Exception {
        assertSame(
                "kustomization.yaml",
                "configMapGenerator: [{name: a, envs: [a.env, crlf.env, open.env]}]\n",
                "a.env",
                "A = 1\n  B=2 \n\tC =3\n\u00A0D=4\n\u3000E=5\n\u0085F=6\nG\u00A0=7\n\u001CH=8\nA= 9\n  # I=1\n\u00A0\n",
                "crlf.env",
                "J=1\r\nK=2\rL=3\r\n M = 4 \r\n\r\n",
                "open.env",
                "N=5\r\r\nO=6\r");
    }

    @Test
    void hashesGeneratedObjectsAndTheirReferences() throws Exception {
        assertSame(
                "kustomization.yaml",
                """
                namePrefix: p-
                nameSuffix: -s
                namespace: shop
                generatorOptions:
                  labels: {made: here}
                configMapGenerator:
                - name: settings
                  literals: [a=1, 'b="two"', 'c=<&>', "d=x=y"]
                  files: [app.properties, renamed=app.properties]
                  envs: [values.env]
                - name: plain
                  options: {disableNameSuffixHash: true, immutable: true, annotations: {x: z}}
                  literals: [a=1]
                - name: nothing
                secretGenerator:
                - name: keys
                  type: kubernetes.io/basic-auth
                  literals: [username=admin, "long=%s"]
                resources: [a.yaml]
                """.formatted("x".repeat(120)),
                "app.properties",
                "a=1\nb=2\n",
                "values.env",
                "# comment\nONE=1\n  TWO=\"2\"\n\nTHREE=\n",
                "a.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  template:
                    spec:
                      serviceAccountName: web
                      containers:
                      - name: web
                        image: web
                        envFrom: [{configMapRef: {name: settings}}, {secretRef: {name: keys}}]
                      volumes:
                      - {name: c, configMap: {name: settings}}
                      - {name: s, secret: {secretName: keys}}
                      - name: p
                        projected: {sources: [{configMap: {name: plain}}, {configMap: {name: other}}]}
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: web}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: web}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
                subjects: [{kind: ServiceAccount, name: web}, {kind: ServiceAccount, name: default}, {kind: User, name: web}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: web}
                rules: [{resourceNames: [settings, other], resources: [configmaps], verbs: [get]}]
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: elsewhere}
                ---
                apiVersion: apiregistration.k8s.io/v1
                kind: APIService
                metadata: {name: v1.example.org}
                spec: {service: {name: web, namespace: elsewhere}}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                """);
    }

    @Test
    void appliesPatchesInEveryForm() throws Exception {
        assertSame("kustomization.yaml", """
                resources: [a.yaml]
                patchesStrategicMerge:
                - merge.yaml
                - |-
                  apiVersion: v1
                  kind: Service
                  metadata: {name: web}
                  spec: {ports: [{port: 80, protocol: TCP, targetPort: 1}, {port: 90, protocol: TCP}]}
                patches:
                - path: json.yaml
                  target: {kind: Deploy.*, labelSelector: "app in (web, api),!old"}
                - patch: |-
                    - {op: copy, from: /metadata/name, path: /metadata/labels/copy}
                    - {op: move, from: /spec/replicas, path: /spec/revisionHistoryLimit}
                    - {op: test, path: /metadata/name, value: web}
                  target: {group: apps, version: v1, kind: Deployment, name: web}
                - patch: |-
                    kind: Any
                    metadata: {name: any, annotations: {patched: "yes"}}
                  target: {name: w.b}
                patchesJson6902:
                - patch: '[{"op": "remove", "path": "/spec/template/spec/containers/2"}]'
                  target: {version: v1, group: apps, kind: Deployment, name: web}
                """, "merge.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, finalizers: [x, y]}
                spec:
                  strategy: {$patch: replace, type: Recreate}
                  template:
                    spec:
                      volumes: [{name: b, emptyDir: {}}, {name: a, $patch: delete}]
                      tolerations: [{key: only}]
                      nodeSelector: null
                      containers:
                      - name: side
                        image: side:2
                        env: [{name: NEW, value: x}, {name: OLD, $patch: delete}]
                        ports: [{containerPort: 80, protocol: TCP, name: http}, {containerPort: 81, protocol: TCP}]
                      - name: fresh
                        image: fresh
                        nothing: null
                """, "json.yaml", """
                - op: add
                  path: /spec/template/spec/containers/0/args
                  value: [a]
                - op: add
                  path: /spec/template/spec/containers/0/args/-
                  value: b
                - op: add
                  path: /metadata/annotations
                  value: {a~b: c}
                - op: replace
                  path: /metadata/annotations/a~0b
                  value: d
                """, "a.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, labels: {app: web}, finalizers: [a, x]}
                spec:
                  replicas: 2
                  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1}}
                  template:
                    spec:
                      nodeSelector: {a: b}
                      tolerations: [{key: a}, {key: b}]
                      volumes: [{name: a, emptyDir: {}}, {name: c, emptyDir: {}}]
                      containers:
                      - {name: web, image: web}
                      - name: side
                        image: side:1
                        env: [{name: OLD, value: x}, {name: KEPT, value: x}]
                        ports: [{containerPort: 80, protocol: TCP}, {containerPort: 80, protocol: UDP}]
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec: {ports: [{port: 70, protocol: UDP}, {port: 80, protocol: TCP}]}
                """);
    }

    @Test
    void labelsImagesAndReplicas() throws Exception {
        assertSame("kustomization.yaml", """
                resources: [a.yaml]
                commonLabels: {common: "1"}
                commonAnnotations: {note: x}
                labels:
                - {pairs: {plain: "1"}}
                - {pairs: {template: "1"}, includeTemplates: true}
                - {pairs: {selector: "1"}, includeSelectors: true}
                images:
                - {name: web, newName: registry.example:5000/shop/web, digest: "sha256:0123"}
                - {name: registry.example/side, newTag: "2"}
                - {name: tagged, newTag: "3", digest: "sha256:4"}
                - {name: init, newName: other}
                replicas: [{name: web, count: 5}, {name: db, count: 1}]
                """, "a.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    spec:
                      initContainers: [{name: i, image: "init:1@sha256:9"}]
                      containers: [{name: a, image: "web:1"}, {name: b, image: registry.example/side}, {name: c, image: "tagged@sha256:1"}, {name: d, image: webby}]
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec: {volumeClaimTemplates: [{metadata: {name: x}}]}
                ---
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: tick}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: web}
                spec: {podSelector: {matchLabels: {a: b}}, ingress: [{from: [{podSelector: {matchLabels: {c: d}}}]}]}
                """);
    }

    @Test
    void layersOverlaysBasesAndComponents() throws Exception {
        Kubectl.assertSame(
                temporary,
                "overlay",
                "overlay/kustomization.yaml",
                """
                resources: [../base]
                components: [../component]
                namespace: prod
                namePrefix: prod-
                configMapGenerator: [{name: settings, behavior: merge, literals: [b=2]}]
                """,
                "component/kustomization.yaml",
                """
                apiVersion: kustomize.config.k8s.io/v1alpha1
                kind: Component
                resources: [hpa.yaml]
                patches:
                - {patch: "- {op: add, path: /data/c, value: '3'}", target: {kind: ConfigMap}}
                """,
                "component/hpa.yaml",
                """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: web}
                spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
                """,
                "base/kustomization.yaml",
                """
                resources: [a.yaml]
                nameSuffix: -base
                configMapGenerator: [{name: settings, literals: [a=1]}]
                """,
                "base/a.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec: {template: {spec: {volumes: [{name: x, configMap: {name: settings}}]}}}
                """);
    }
}
