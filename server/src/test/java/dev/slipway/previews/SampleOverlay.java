package dev.slipway.previews;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.FileChange;
import dev.slipway.kernel.ServiceName;
import java.util.List;

/** The smallest service that can be previewed. */
final class SampleOverlay {

    static final String KUSTOMIZATION = "deploy/overlays/preview/kustomization.yaml";

    private SampleOverlay() {}

    static List<FileChange> files(ServiceName service) {
        return List.of(
                put(KUSTOMIZATION, "resources:\n  - workload.yaml\n"),
                put("deploy/overlays/preview/workload.yaml", """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: %1$s
                        spec:
                          selector:
                            matchLabels: {app: %1$s}
                          template:
                            metadata:
                              labels: {app: %1$s}
                            spec:
                              containers:
                                - name: app
                                  image: app
                                  readinessProbe:
                                    httpGet: {path: /ready, port: 8080}
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: %1$s
                        spec:
                          selector: {app: %1$s}
                          ports:
                            - port: 80
                              targetPort: 8080
                        """.formatted(service)));
    }

    private static FileChange put(String path, String text) {
        return new FileChange.Put(path, FileContent.text(text));
    }
}
