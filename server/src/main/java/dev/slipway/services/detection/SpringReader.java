package dev.slipway.services.detection;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.services.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Spring Boot and its actuator do by their settings (Spring Boot's reference, "Production-ready Features"). */
record SpringReader(FileTree tree, Lines lines, String buildFile, Findings findings) {

    private static final Pattern ACTUATOR = Pattern.compile("spring-boot-starter-actuator");
    private static final Pattern PROMETHEUS = Pattern.compile("micrometer-registry-prometheus");

    void read() {
        SpringSettings settings = new SpringSettings(tree);
        port(settings);
        Optional<Lines.Hit> actuator = lines.in(buildFile, ACTUATOR).stream().findFirst();
        if (actuator.isEmpty()) {
            findings.assumed(
                    "Health",
                    "port " + findings.port,
                    "the actuator is no dependency in " + buildFile
                            + ": Kubernetes only asks whether the port is open");
            findings.warnings.add(
                    "Add spring-boot-starter-actuator and set the probes of deploy/base/deployment.yaml to "
                            + "/actuator/health/liveness and /actuator/health/readiness: an open port says little.");
        } else {
            probes(settings, actuator.get());
        }
    }

    /** A variable of the environment wins over every file, so the file's number is only kept. */
    private void port(SpringSettings settings) {
        Optional<SpringSettings.Setting> written = settings.find("server.port");
        Optional<Integer> number = written.map(SpringSettings.Setting::value).flatMap(SpringReader::port);
        findings.port = number.orElse(Findings.USUAL_PORT);
        findings.variables.put("SERVER_PORT", "$(PORT)");
        String value = String.valueOf(findings.port);
        if (written.isPresent() && number.isPresent()) {
            findings.evidence.add(Evidence.found(
                    "Port",
                    value,
                    "server.port; SERVER_PORT says it to the application",
                    written.get().file(),
                    written.get().line()));
        } else {
            findings.evidence.add(new Evidence(
                    "Port", value, "Spring Boot's default; SERVER_PORT says it to the application", null, 0, false));
        }
    }

    private static Optional<Integer> port(String text) {
        return text.matches("[1-9]\\d{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private void probes(SpringSettings settings, Lines.Hit actuator) {
        Optional<SpringSettings.Setting> own = settings.find("management.server.port");
        if (own.filter(setting -> !setting.value().equals(String.valueOf(findings.port)))
                .isPresent()) {
            findings.evidence.add(new Evidence(
                    "Health",
                    "port " + findings.port,
                    "management.server.port puts the actuator on another port: only the port is asked",
                    own.get().file(),
                    own.get().line(),
                    true));
            return;
        }
        String base = text(settings, "server.servlet.context-path")
                + text(settings, "management.endpoints.web.base-path", "/actuator");
        findings.alive = base + "/health/liveness";
        findings.ready = base + "/health/readiness";
        findings.variables.put("MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED", "true");
        findings.found("Alive", findings.alive, "the actuator's liveness group", actuator);
        findings.found("Ready", findings.ready, "the actuator's readiness group", actuator);
        metrics(settings, base);
    }

    private void metrics(SpringSettings settings, String base) {
        List<Lines.Hit> registry = lines.in(buildFile, PROMETHEUS);
        String exposed = text(settings, "management.endpoints.web.exposure.include");
        if (!registry.isEmpty() && (exposed.contains("prometheus") || exposed.contains("*"))) {
            findings.metrics = base + "/prometheus";
            findings.found("Metrics", findings.metrics, "the Prometheus registry, exposed", registry.getFirst());
        }
    }

    private static String text(SpringSettings settings, String name) {
        return text(settings, name, "");
    }

    private static String text(SpringSettings settings, String name, String fallback) {
        String text = settings.find(name).map(SpringSettings.Setting::value).orElse(fallback);
        return text.equals("/") ? "" : text;
    }
}
