package dev.slipway.gitops.impact;

/** Manifests that tests change a little. */
public final class Manifests {

    public static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: checkout}
            spec:
              replicas: 3
              selector: {matchLabels: {app: checkout}}
              strategy: {type: RollingUpdate}
              template:
                metadata: {labels: {app: checkout}}
                spec:
                  serviceAccountName: checkout
                  securityContext: {runAsNonRoot: true}
                  containers:
                    - name: app
                      image: r.local/checkout:1.0
                      args: [--verbose, --password, hunter2]
                      env:
                        - {name: LOG_LEVEL, value: info}
                        - {name: DB_PASSWORD, value: hunter2}
                      envFrom: [{configMapRef: {name: settings}}]
                      ports: [{containerPort: 8080}]
                      resources: {requests: {cpu: 100m}, limits: {memory: 512Mi}}
                      readinessProbe: {httpGet: {path: /ready, port: 8080}}
                      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                      volumeMounts: [{name: data, mountPath: /data}]
                  volumes: [{name: data, emptyDir: {}}]
            """;

    public static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: checkout}
            spec:
              selector: {app: checkout}
              ports: [{name: http, port: 80, targetPort: 8080}]
            """;

    public static final String SETTINGS = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {GREETING: hello, API_TOKEN: hunter2}
            """;

    public static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata: {name: credentials}
            stringData: {password: hunter2}
            """;

    private Manifests() {}

    public static String all(String... manifests) {
        return String.join("---\n", manifests);
    }
}
