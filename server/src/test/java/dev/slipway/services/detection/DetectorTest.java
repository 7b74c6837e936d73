package dev.slipway.services.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.builds.BuildForecast;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.services.Detection;
import dev.slipway.services.Evidence;
import org.junit.jupiter.api.Test;

class DetectorTest {

    private static final BuildForecast BUILT = new BuildForecast("Maven", null);
    private static final BuildForecast NOT_BUILT = new BuildForecast(null, null);
    private static final String ACTUATOR = """
            <project>
              <artifactId>spring-boot-starter-actuator</artifactId>
            </project>
            """;

    private static Detection detect(BuildForecast forecast, String... pathsAndTexts) {
        return Detector.detect(MemoryTree.ofTexts(pathsAndTexts), forecast, null, null);
    }

    private static Evidence evidence(Detection detection, String what) {
        return detection.evidence().stream()
                .filter(each -> each.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsPortAndProbesOfSpringBootFromProperties() {
        Detection detection = detect(
                BUILT,
                "pom.xml",
                ACTUATOR,
                "src/main/resources/application.properties",
                "spring.application.name=billing\nserver.port = ${HTTP_PORT:9090}\nserver.servlet.context-path=/billing\n");

        assertThat(detection.stack()).isEqualTo("Spring Boot, built by Maven");
        assertThat(detection.port()).isEqualTo(9090);
        assertThat(evidence(detection, "Port").place()).isEqualTo("src/main/resources/application.properties:2");
        assertThat(detection.variables()).containsEntry("SERVER_PORT", "$(PORT)");
        assertThat(detection.alive()).isEqualTo("/billing/actuator/health/liveness");
        assertThat(detection.smoke()).isEqualTo("/billing/actuator/health/readiness");
        assertThat(evidence(detection, "Ready").place()).isEqualTo("pom.xml:2");
        assertThat(detection.warnings()).isEmpty();
    }

    @Test
    void readsSettingsOfSpringBootFromYamlButNotThoseOfAProfile() {
        Detection detection = detect(
                BUILT,
                "pom.xml",
                ACTUATOR + "<artifactId>micrometer-registry-prometheus</artifactId>",
                "src/main/resources/application.yaml",
                """
                management:
                  endpoints.web:
                    basePath: /manage
                    exposure: {include: [health, prometheus]}
                ---
                spring.config.activate.on-profile: local
                server: {port: 1234}
                ---
                spring: {config: {activate: {on-profile: other}}}
                server: {port: 4321}
                """);

        assertThat(detection.alive()).isEqualTo("/manage/health/liveness");
        assertThat(detection.metrics()).isEqualTo("/manage/prometheus");
        assertThat(detection.port()).isEqualTo(8080);
    }

    @Test
    void asksOnlyThePortOfSpringBootWithoutActuator() {
        Detection detection = detect(BUILT, "pom.xml", "<artifactId>spring-boot-starter-web</artifactId>");

        assertThat(detection.alive()).isNull();
        assertThat(detection.smoke()).isEqualTo("/");
        assertThat(detection.warnings()).singleElement().asString().contains("spring-boot-starter-actuator");
    }

    @Test
    void findsPortAndPathsInPlainJava() {
        Detection detection = detect(
                BUILT,
                "src/main/java/Main.java",
                """
                class Main {
                    // listen on 7777, said an old comment
                    static final int PORT = Integer.parseInt(System.getenv().getOrDefault("PORT", "9000"));
                    void start() { server.createContext("/healthz", this::ok); }
                }
                """,
                "src/test/java/MainTest.java",
                "class MainTest { String ready = \"/ready\"; }");

        assertThat(detection.stack()).isEqualTo("plain Java");
        assertThat(detection.port()).isEqualTo(9000);
        assertThat(evidence(detection, "Port").place()).isEqualTo("src/main/java/Main.java:3");
        assertThat(detection.alive()).isEqualTo("/healthz").isEqualTo(detection.ready());
        assertThat(detection.warnings()).isEmpty();
    }

    @Test
    void warnsOfAPortThatCannotBeSaid() {
        Detection detection =
                detect(BUILT, "src/main/java/Main.java", "var s = HttpServer.create(new InetSocketAddress(8099), 0);");

        assertThat(detection.port()).isEqualTo(8099);
        assertThat(detection.warnings()).anyMatch(warning -> warning.contains("variable PORT"));
    }

    @Test
    void readsNode() {
        Detection detection = detect(
                new BuildForecast("Node", null),
                "package.json",
                "{\"scripts\": {\"start\": \"node server.js\"}}",
                "server.js",
                "const port = process.env.PORT || 3000;\nif (request.url === '/health') answer();\n");

        assertThat(detection.stack()).isEqualTo("Node");
        assertThat(detection.port()).isEqualTo(3000);
        assertThat(detection.alive()).isEqualTo("/health");
        assertThat(detection.variables()).isEmpty();
        assertThat(detection.warnings()).isEmpty();
    }

    @Test
    void saysHonestlyThatAnotherCiBuildsAnImage() {
        Detection detection = detect(
                NOT_BUILT,
                "go.mod",
                "module billing",
                "main.go",
                "http.ListenAndServe(\":8081\", nil)",
                "Dockerfile",
                "FROM scratch\nEXPOSE 8082\nHEALTHCHECK CMD curl http://localhost:8082/up\n");

        assertThat(detection.builtHere()).isFalse();
        assertThat(detection.build()).contains("Go", "POST /api/v1/builds");
        assertThat(detection.port()).isEqualTo(8082);
        assertThat(detection.alive()).isEqualTo("/up");
        assertThat(detection.warnings()).anyMatch(warning -> warning.contains("USER"));
    }

    @Test
    void assumesWhatNothingSays() {
        Detection detection = detect(NOT_BUILT, "README.md", "# Nothing\n");

        assertThat(detection.evidence())
                .filteredOn(Evidence::assumed)
                .extracting(Evidence::what)
                .contains("Kind", "Port", "Health", "Smoke test");
    }

    @Test
    void believesWhatItIsTold() {
        Detection detection = Detector.detect(MemoryTree.ofTexts("README.md", "# Nothing\n"), NOT_BUILT, 7000, "/up");

        assertThat(detection.port()).isEqualTo(7000);
        assertThat(detection.ready()).isEqualTo("/up");
        assertThat(evidence(detection, "Health").reason()).contains("given");
    }
}
