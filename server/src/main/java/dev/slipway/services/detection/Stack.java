package dev.slipway.services.detection;

import dev.slipway.documents.tree.FileTree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a repository is written in and built by; the first that fits. */
enum Stack {
    SPRING_MAVEN("Spring Boot, built by Maven", "spring-boot-service", "java spring-boot", "pom.xml"),
    MAVEN("Java, built by Maven", "java-service", "java", "pom.xml"),
    SPRING_GRADLE(
            "Spring Boot, built by Gradle", "spring-boot-service", "java spring-boot", "build.gradle build.gradle.kts"),
    GRADLE("Java, built by Gradle", "java-service", "java", "build.gradle build.gradle.kts"),
    PLAIN_JAVA("plain Java", "java-service", "java", "src/main/java"),
    NODE("Node", "node-service", "node", "package.json"),
    GO("Go", "java-service", "go", "go.mod"),
    PYTHON("Python", "java-service", "python", "pyproject.toml requirements.txt Pipfile setup.py"),
    RUST("Rust", "java-service", "rust", "Cargo.toml"),
    RUBY("Ruby", "java-service", "ruby", "Gemfile"),
    PHP("PHP", "java-service", "php", "composer.json"),
    CONTAINER("a container image", "java-service", "container", "Dockerfile Containerfile"),
    UNKNOWN("nothing that is known here", "java-service", "service", "");

    private static final String SPRING = "spring-boot";
    private static final String SPRING_PLUGIN = "org.springframework.boot";

    private final String label;
    private final String template;
    private final String tags;
    private final String signs;

    /** Tags and signs are words, separated by spaces. */
    Stack(String label, String template, String tags, String signs) {
        this.label = label;
        this.template = template;
        this.tags = tags;
        this.signs = signs;
    }

    static Stack of(FileTree tree) {
        return Arrays.stream(values())
                .filter(stack -> stack == UNKNOWN || stack.fits(tree))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private boolean fits(FileTree tree) {
        return sign(tree)
                .filter(file -> !isSpring()
                        || tree.text(file).orElse("").contains(SPRING)
                        || tree.text(file).orElse("").contains(SPRING_PLUGIN))
                .isPresent();
    }

    /** The file or directory that shows it. */
    Optional<String> sign(FileTree tree) {
        return words(signs).filter(path -> tree.entry(path).isPresent()).findFirst();
    }

    boolean isSpring() {
        return this == SPRING_MAVEN || this == SPRING_GRADLE;
    }

    boolean isJava() {
        return tags().contains("java");
    }

    String label() {
        return label;
    }

    String template() {
        return template;
    }

    List<String> tags() {
        return words(tags).toList();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }
}
