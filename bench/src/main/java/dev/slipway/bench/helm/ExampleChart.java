package dev.slipway.bench.helm;

import dev.slipway.bench.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A chart as {@code helm create} makes them, with a chart inside: helpers, ten objects, labels from partials, values over values. */
final class ExampleChart {
    private static final String HELPERS = """
        {{- define "NAME.fullname" -}}
        {{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 63 | trimSuffix "-" }}{{ else }}
        {{- printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" }}{{ end -}}
        {{- end }}
        {{- define "NAME.labels" -}}
        helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
        app.kubernetes.io/name: {{ .Chart.Name }}
        app.kubernetes.io/instance: {{ .Release.Name }}
        {{- with .Chart.AppVersion }}
        app.kubernetes.io/version: {{ . | quote }}
        {{- end }}
        {{- end }}
        """;
    private static final String OBJECT = """
        {{- if .Values.enabled }}
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{ include "NAME.fullname" . }}-NUMBER
          namespace: {{ .Release.Namespace }}
          labels: {{- include "NAME.labels" . | nindent 4 }}
        spec:
          replicas: {{ .Values.replicas | default 1 }}
          selector:
            matchLabels: {app: {{ include "NAME.fullname" . }}}
          template:
            metadata:
              labels: {{- include "NAME.labels" . | nindent 8 }}
              annotations:
                checksum: {{ toJson .Values | sha256sum }}
            spec:
              containers:
                - name: {{ .Chart.Name }}
                  image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
                  ports:
                    {{- range .Values.ports }}
                    - {name: {{ .name }}, containerPort: {{ .port | int }}}
                    {{- end }}
                  env:
                    {{- range $name, $value := .Values.env }}
                    - name: {{ $name | upper | replace "-" "_" }}
                      value: {{ tpl $value $ | quote }}
                    {{- end }}
                  resources: {{- toYaml .Values.resources | nindent 24 }}
        {{- end }}
        """;
    private static final String VALUES = """
        enabled: true
        replicas: 2
        image: {repository: registry.example/shop, tag: ""}
        ports: [{name: http, port: 8080}, {name: metrics, port: 9090}]
        env: {log-level: info, release: "{{ .Release.Name }}", region: eu, timeout: 30s}
        resources: {limits: {cpu: 500m, memory: 256Mi}, requests: {cpu: 100m, memory: 128Mi}}
        """;

    private ExampleChart() {}

    static Path write() throws IOException {
        Path directory = Scratch.directory("helm-benchmark");
        Map<String, String> files = new LinkedHashMap<>();
        chart("shop", "", files);
        chart("db", "charts/db/", files);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return directory;
    }

    private static void chart(String name, String folder, Map<String, String> files) {
        files.put(folder + "Chart.yaml", "apiVersion: v2\nname: " + name + "\nversion: 1.2.3\nappVersion: \"4.5\"\n");
        files.put(folder + "values.yaml", VALUES);
        files.put(folder + "templates/_helpers.tpl", HELPERS.replace("NAME", name));
        for (int i = 0; i < 5; i++) {
            files.put(
                    folder + "templates/deployment-" + i + ".yaml",
                    OBJECT.replace("NAME", name).replace("NUMBER", Integer.toString(i)));
        }
    }
}
