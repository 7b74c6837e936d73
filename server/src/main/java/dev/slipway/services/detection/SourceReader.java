package dev.slipway.services.detection;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What sources give away without a framework's conventions: numbers beside "listen", paths that are answered. */
record SourceReader(Lines lines, Findings findings) {

    private static final Pattern PORT_VARIABLE = Pattern.compile(
            "(?:getenv|Getenv|environ|env|ENV|process\\.env|LookupEnv|var)\\W{0,4}(?:[\\w.]*\\W{1,3})?[\"'.]?\\b(PORT)\\b");
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)(?:listen|InetSocketAddress|ServerSocket|\\bport\\b|_port\\b|bind|addr)[^\\n]{0,80}?\\b([1-9]\\d{3,4})\\b");
    private static final Pattern EXPOSED = Pattern.compile("(?i)^\\s*EXPOSE\\s+(\\d+)");
    private static final Pattern HEALTHCHECK =
            Pattern.compile("(?i)https?://(?:localhost|127\\.0\\.0\\.1)[^/\\s]*(/[\\w/.-]+)");
    private static final List<String> ALIVE =
            List.of("/livez", "/health/live", "/live", "/alive", "/healthz", "/health", "/_health", "/ping", "/status");
    private static final List<String> READY = List.of("/readyz", "/health/ready", "/ready", "/readiness");
    private static final int HIGHEST = 65_535;

    void read(List<String> dockerfiles) {
        readPort(dockerfiles);
        readPaths(dockerfiles);
    }

    private void readPort(List<String> dockerfiles) {
        Optional<Lines.Hit> exposed = first(dockerfiles, EXPOSED);
        Optional<Lines.Hit> number = lines.inSources(NUMBER).stream()
                .filter(hit -> Integer.parseInt(hit.text()) <= HIGHEST)
                .findFirst();
        Optional<Lines.Hit> variable = lines.inSources(PORT_VARIABLE).stream().findFirst();
        Optional<Lines.Hit> best = exposed.or(() -> number);
        best.ifPresent(hit -> findings.port = Integer.parseInt(hit.text()));
        String value = String.valueOf(findings.port);
        if (variable.isPresent()) {
            findings.found("Port", value, "the program reads the variable PORT, which says it", variable.get());
        } else if (best.isPresent()) {
            findings.found(
                    "Port",
                    value,
                    exposed.isPresent() ? "the Dockerfile exposes it" : "stands in the source",
                    best.get());
        } else {
            findings.assumed("Port", value, "no file says on which port it listens");
        }
        if (variable.isEmpty()) {
            findings.warnings.add(
                    "Nothing shows that the program reads the variable PORT. The local cluster runs several "
                            + "copies on one machine and gives each a port of its own by PORT: without it they never get ready "
                            + "there. On Kubernetes port " + value + " is enough.");
        }
    }

    private void readPaths(List<String> dockerfiles) {
        findings.ready = path("Ready", READY, "the source has the path");
        findings.alive = path("Alive", ALIVE, "the source has the path");
        if (findings.alive == null) {
            first(dockerfiles, HEALTHCHECK).ifPresent(hit -> {
                findings.alive = hit.text();
                findings.found("Alive", hit.text(), "the Dockerfile's HEALTHCHECK asks it", hit);
            });
        }
        if (findings.ready == null && findings.alive != null) {
            findings.ready = findings.alive;
            findings.assumed("Ready", findings.ready, "no path of its own was found: the one that says it lives");
        }
        if (findings.alive == null) {
            findings.alive = findings.ready;
        }
        if (findings.alive == null) {
            findings.assumed(
                    "Health", "port " + findings.port, "no path like /health was found: only the port is asked");
            findings.warnings.add("Give it a path that answers 200 when it can work, and name it in the probes of "
                    + "deploy/base/deployment.yaml: an open port says little.");
        }
        findings.metrics = path("Metrics", List.of("/metrics"), "the source has the path");
    }

    private @Nullable String path(String what, List<String> paths, String reason) {
        for (String path : paths) {
            Pattern literal = Pattern.compile("[\"'`](?:GET )?(" + Pattern.quote(path) + ")[\"'`]");
            Optional<Lines.Hit> hit = lines.inSources(literal).stream().findFirst();
            if (hit.isPresent()) {
                findings.found(what, path, reason, hit.get());
                return path;
            }
        }
        return null;
    }

    private Optional<Lines.Hit> first(List<String> files, Pattern pattern) {
        return files.stream().flatMap(file -> lines.in(file, pattern).stream()).findFirst();
    }
}
