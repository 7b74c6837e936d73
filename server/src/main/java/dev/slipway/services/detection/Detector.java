package dev.slipway.services.detection;

import dev.slipway.builds.BuildForecast;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.services.Detection;
import dev.slipway.services.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at a repository's files. What is given with the request wins over what is found. */
public final class Detector {

    private static final List<String> DOCKERFILES = List.of("Dockerfile", "Containerfile");
    private static final Pattern USER = Pattern.compile("(?i)^\\s*USER\\s+(\\S+)");

    private Detector() {}

    /**
     * Detects.
     *
     * @param forecast of the local builds for the same files
     * @param port null when nobody said it
     * @param health a path that answers when the service can work; null when nobody said it
     */
    public static Detection detect(
            FileTree tree, BuildForecast forecast, @Nullable Integer port, @Nullable String health) {
        Stack stack = Stack.of(tree);
        Findings findings = new Findings();
        String build = build(stack, tree, forecast, findings);
        Lines lines = new Lines(tree);
        if (stack.isSpring()) {
            new SpringReader(tree, lines, stack.sign(tree).orElse(""), findings).read();
        } else {
            new SourceReader(lines, findings).read(dockerfiles(tree));
        }
        if (stack.isJava()) {
            findings.variables.put("JAVA_TOOL_OPTIONS", "-Xmx192m -XX:+UseSerialGC");
        }
        told(port, health, findings);
        if (!forecast.succeeds()) {
            image(tree, lines, findings);
        }
        return new Detection(
                stack.label(),
                stack.template(),
                stack.tags(),
                forecast.succeeds(),
                build,
                findings.port,
                findings.alive,
                findings.ready,
                findings.metrics,
                smoke(findings),
                findings.variables,
                findings.evidence,
                findings.warnings);
    }

    private static List<String> dockerfiles(FileTree tree) {
        return DOCKERFILES.stream().filter(tree::isFile).toList();
    }

    private static String build(Stack stack, FileTree tree, BuildForecast forecast, Findings findings) {
        Optional<String> sign = stack.sign(tree);
        findings.evidence.add(
                sign.isPresent()
                        ? Evidence.found("Kind", stack.label(), "by its build file", sign.get(), 0)
                        : Evidence.assumed("Kind", stack.label(), "no build file that is known"));
        if (forecast.succeeds()) {
            return "Slipway builds each commit (" + forecast.kind() + ") and keeps the image.";
        }
        String why = forecast.obstacle() != null
                ? forecast.obstacle()
                : "Local builds know no way to build " + stack.label() + ".";
        return why
                + " So your CI builds the image and reports it with POST /api/v1/builds; until then nothing is deployed.";
    }

    private static void told(@Nullable Integer port, @Nullable String health, Findings findings) {
        if (port != null) {
            findings.port = port;
            findings.evidence.removeIf(each -> each.what().equals("Port"));
            findings.evidence.add(Evidence.told("Port", String.valueOf(port)));
        }
        if (health != null) {
            findings.alive = health;
            findings.ready = health;
            findings.evidence.removeIf(
                    each -> List.of("Alive", "Ready", "Health").contains(each.what()));
            findings.evidence.add(Evidence.told("Health", health));
        }
    }

    /** Pods run without root and on a read-only file system: an image that others build may not expect that. */
    private static void image(FileTree tree, Lines lines, Findings findings) {
        for (String file : dockerfiles(tree)) {
            Optional<Lines.Hit> user = lines.in(file, USER).stream().reduce((_, last) -> last);
            if (user.isEmpty() || user.get().text().matches("root|0(:.*)?")) {
                findings.warnings.add(
                        file + " lets the image run as root. Here it runs as user 10001, with a read-only "
                                + "file system but /tmp (Pod Security restricted): add a USER, and write to /tmp only.");
            }
        }
    }

    private static String smoke(Findings findings) {
        String path = findings.ready != null ? findings.ready : findings.alive;
        if (path == null) {
            findings.assumed("Smoke test", "/", "after each deployment this path must answer; see catalog-info.yaml");
            return "/";
        }
        return path;
    }
}
