package dev.slipway.platform.upkeep;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.goldenpaths.GoldenPaths;
import dev.slipway.platform.PlatformProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that people own in a new platform repository. */
final class FirstFiles {

    private FirstFiles() {}

    static Map<String, FileContent> of(PlatformProperties properties) {
        Map<String, FileContent> files = new LinkedHashMap<>();
        put(files, "README.md", readme());
        put(files, "CODEOWNERS", owners());
        put(files, "platform.yaml", definition(properties));
        put(files, "applications/README.md", applications());
        teams(properties.sample()).forEach((path, text) -> put(files, path, text));
        GoldenPaths.all()
                .forEach((name, template) -> template.files()
                        .forEach((path, content) -> files.put("templates/" + name + "/" + path, content)));
        return files;
    }

    private static void put(Map<String, FileContent> files, String path, String text) {
        files.put(path, FileContent.text(text));
    }

    private static String readme() {
        return """
                # Platform

                What the platform is and what runs on it. Everything here is plain Argo CD, Kustomize and Istio.

                | path | what it is | who changes it |
                |---|---|---|
                | platform.yaml | clusters, environments, gates, roles, previews | the platform team, by pull request |
                | teams/ | the teams and groups with their members | the platform team, by pull request |
                | templates/ | the golden paths | the platform team, by pull request |
                | bootstrap/, projects/, clusters/*/namespaces/, clusters/*/routing/platform/ | what follows from the definition | Slipway |
                | applications/, clusters/*/routing/<service>/ | what runs, release by release | Slipway, through the gates |

                To run all of it with Argo CD, apply bootstrap/root.yaml.
                """;
    }

    /** Git knows no empty folder, and the Application that reads this one needs it before the first service and after the last. */
    private static String applications() {
        return """
                # Applications

                One folder per service, one Argo CD Application per environment: the Release that runs there.
                """;
    }

    private static String owners() {
        return """
                /platform.yaml @platform
                /bootstrap/ @platform
                /projects/ @platform
                /teams/ @platform
                /templates/ @platform
                """;
    }

    private static String definition(PlatformProperties properties) {
        String domain = properties.domain();
        return """
                apiVersion: slipway.dev/v1
                kind: Platform
                metadata:
                  name: %1$s
                spec:
                  domain: %2$s
                  git:
                    url: http://slipway.%2$s:%3$d/git/%1$s
                  registry: registry.%2$s/%1$s
                  roles:
                    - {group: release-managers, role: release-manager}
                    - {group: platform, role: platform-engineer}
                  clusters:
                    - {name: hub, role: hub, gateway: istio-ingress/main-gateway}
                    - {name: shared-dev, network: shared-dev.internal, gateway: istio-system/cross-network-gateway}
                    - {name: app-spoke, network: spoke.internal, gateway: istio-system/cross-network-gateway}
                  environments:
                    - name: dev
                      cluster: shared-dev
                      namespace: "{team}-dev"
                      host: "{service}.{domain}"
                      deploys: on-build
                      verify: {smoke: /health}
                    - name: staging
                      cluster: shared-dev
                      namespace: "{team}-staging"
                      host: "{service}-staging.{domain}"
                      promotes:
                        from: dev
                        trigger: automatic
                        gates:
                          - verified: dev
                          - health: {for: 1m}
                      verify: {smoke: /health}
                    - name: production
                      cluster: app-spoke
                      namespace: "{team}-prod"
                      host: "{service}-prod.{domain}"
                      promotes:
                        from: staging
                        trigger: manual
                        gates:
                          - health: {for: 10m}
                          - parity: {}
                          - approval: {from: ["{team}-leads", release-managers], count: 1, authors: excluded}
                  previews:
                    cluster: shared-dev
                    namespace: "{team}-dev-{service}-pr-{number}"
                    host: "{service}-pr-{number}-{team}.{domain}"
                    ttl: 7d
                    limit: 20
                  parity:
                    mustMatch:
                      - command
                      - probes
                      - ports
                      - selectors
                      - volume-mounts
                      - security-context
                      - env-names
                      - secret-keys
                      - api-versions
                      - network-policy
                      - pod-security
                      - ingress-pattern
                      - dependency-tls
                    mayDiffer: [replicas, resources, hosts, image, env-values, quota]
                """.formatted(properties.organisation(), domain, properties.port());
    }

    private static Map<String, String> teams(boolean sample) {
        Map<String, String> files = new LinkedHashMap<>();
        if (sample) {
            files.put("teams/red.yaml", team("red", "Team Red", List.of("rosa", "ren"), List.of("rosa")));
            files.put("teams/blue.yaml", team("blue", "Team Blue", List.of("bea", "ben"), List.of("bea")));
        }
        String first = sample ? "paula" : "admin";
        files.put("teams/platform.yaml", group("platform", "Platform team", "platform", List.of(first)));
        files.put(
                "teams/release-managers.yaml",
                group("release-managers", "Release managers", "group", List.of(sample ? "remy" : "admin")));
        return files;
    }

    private static String team(String name, String title, List<String> members, List<String> leads) {
        return group(name, title, "team", members) + "---\n"
                + group(name + "-leads", title + "'s leads", "leads", leads);
    }

    private static String group(String name, String title, String type, List<String> members) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata:
                  name: %s
                spec:
                  type: %s
                  profile:
                    displayName: %s
                  children: []
                  members: [%s]
                """.formatted(name, type, title, String.join(", ", members));
    }
}
