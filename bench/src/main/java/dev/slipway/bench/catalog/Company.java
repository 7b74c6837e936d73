package dev.slipway.bench.catalog;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The entities of a made-up company, the same at every run: groups, systems, APIs, resources and components with relations. */
record Company(int entities) {

    private static final String[] TYPES = {"service", "website", "library"};
    private static final String[] LIFECYCLES = {"production", "production", "production", "experimental", "deprecated"};

    int groups() {
        return Math.clamp(entities / 200, 50, 500);
    }

    int systems() {
        return Math.clamp(entities / 100, 100, 1000);
    }

    /** All as one file. */
    String file() {
        return IntStream.range(0, entities).mapToObj(this::entity).collect(Collectors.joining("---\n"));
    }

    /** One entity's document. */
    String entity(int number) {
        int groups = groups();
        int systems = systems();
        if (number < groups) {
            return head("Group", "group-" + number) + "spec:\n  type: team\n  children: []\n"
                    + (number == 0 ? "" : "  parent: group-" + (number - 1) / 5 + "\n");
        }
        if (number < groups + systems) {
            return head("System", "system-" + (number - groups)) + "spec:\n  owner: group-" + number % groups + "\n";
        }
        return switch (number % 10) {
            case 0, 1 -> api(number);
            case 2 -> resource(number);
            default -> component(number);
        };
    }

    /** What {@link #entity} calls the last of them. */
    String last() {
        int number = entities - 1;
        return switch (number % 10) {
            case 0, 1 -> "api:default/api-" + number;
            case 2 -> "resource:default/resource-" + number;
            default -> "component:default/component-" + number;
        };
    }

    private String api(int number) {
        return head("API", "api-" + number) + "spec:\n  type: openapi\n  lifecycle: production\n  owner: group-"
                + number % groups() + "\n  system: system-" + number % systems()
                + "\n  definition: |\n    openapi: 3.1.0\n"
                + "    info: {title: API " + number + ", version: 1.0.0}\n    paths: {}\n";
    }

    private String resource(int number) {
        return head("Resource", "resource-" + number) + "spec:\n  type: database\n  owner: group-" + number % groups()
                + "\n  system: system-" + number % systems() + "\n";
    }

    private String component(int number) {
        return head("Component", "component-" + number) + "spec:\n  type: " + TYPES[number % 3] + "\n  lifecycle: "
                + LIFECYCLES[number % 5] + "\n  owner: group-" + number % groups() + "\n  system: system-"
                + number % systems()
                + "\n  dependsOn: [component:component-" + number / 10 * 10 / 2 / 10 * 10 + "3, resource:resource-"
                + number / 10 + "2]\n  consumesApis: [api-" + number / 10 + "0]\n  providesApis: [api-" + number / 10
                + "1]\n";
    }

    private static String head(String kind, String name) {
        int shade = Math.floorMod(name.hashCode(), 20);
        return """
                apiVersion: backstage.io/v1alpha1
                kind: %1$s
                metadata:
                  name: %2$s
                  title: %1$s %2$s
                  description: Does what %2$s is there for, and is one of those that everybody asks for
                  labels: {tier: "%3$d"}
                  annotations:
                    github.com/project-slug: acme/%2$s
                    backstage.io/techdocs-ref: dir:.
                    backstage.io/kubernetes-id: %2$s
                  tags: [shade-%3$d, java]
                  links:
                    - url: https://dashboards.example.org/d/%2$s
                      title: Dashboard
                """.formatted(kind, name, shade);
    }
}
