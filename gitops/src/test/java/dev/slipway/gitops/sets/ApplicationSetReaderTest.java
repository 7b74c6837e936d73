package dev.slipway.gitops.sets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.gitops.ApplicationSets.Made;
import dev.slipway.gitops.ApplicationSets.One;
import dev.slipway.gitops.SourceException;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.Resources;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplicationSetReaderTest {

    private static final MemoryTree REPOSITORY = MemoryTree.ofTexts(
            "services/shop/k8s/d.yaml",
            "",
            "services/till/k8s/d.yaml",
            "",
            "services/old_one/k8s/d.yaml",
            "",
            "config/dev/red.yaml",
            "team: {name: red}\nreplicas: 2\nzones: [a, b]\n",
            "config/prod/blue.json",
            "[{\"team\": {\"name\": \"blue\"}}, {\"team\": {\"name\": \"green\"}}]",
            "config/.hidden/x.yaml",
            "team: {name: none}\n");

    private static final Sources SOURCES = (url, _) -> switch (url) {
        case "git" -> new Answer.Found(REPOSITORY, "c");
        case "awaited" -> new Answer.Missing("it is being fetched", "Wait.");
        case "gone" -> new Answer.Found(new GoneTree(), "c");
        default -> new Answer.Missing("it is not at hand");
    };

    /** As that of a commit that nobody has any more. */
    private static final class GoneTree implements FileTree {

        @Override
        public Optional<TreeEntry> entry(String path) {
            throw new SourceException("it has no such commit", new IOException());
        }

        @Override
        public List<TreeEntry> list(String directory) {
            throw new SourceException("it has no such commit", new IOException());
        }

        @Override
        public byte[] read(String path) {
            throw new SourceException("it has no such commit", new IOException());
        }
    }

    private static final List<KnownCluster> CLUSTERS = List.of(
            KnownCluster.own(),
            new KnownCluster("Dev_1", "https://dev", true, Map.of("stage", "dev"), Map.of()),
            new KnownCluster("prod", "https://prod", true, Map.of("stage", "prod"), Map.of("zone", "eu")));

    private static Made made(String spec) {
        String set =
                "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: all, namespace: argocd}\nspec:\n"
                        + spec.indent(2);
        Resource resource = Resources.parse("set.yaml", set).getFirst();
        PullRequests pullRequests = url -> url.equals("https://github.com/acme/shop")
                ? new PullRequests.Answer.Known(List.of(
                        new PullRequests.PullRequest(
                                7,
                                "Sell more",
                                "feature/Sell_More",
                                "main",
                                "0123456789abcdef",
                                List.of("preview"),
                                "ann"),
                        new PullRequests.PullRequest(8, "Draft", "x", "main", "fedcba9876543210", List.of(), "bob")))
                : new PullRequests.Answer.Unknown("it is not at hand");
        return new ApplicationSetReader(CLUSTERS, pullRequests).applications("set.yaml", resource, SOURCES);
    }

    private static List<String> names(String spec) {
        Made made = made(spec);
        assertThat(made.findings()).isEmpty();
        return made.applications().stream()
                .map(each -> each.application().name())
                .toList();
    }

    private static String template(String name) {
        return "template:\n  metadata: {name: \"" + name + "\"}\n  spec: {source: {path: \"{{path}}\"}}\n";
    }

    @Test
    void listsElements() {
        assertThat(names("""
                generators:
                  - list: {elements: [{env: dev, values: {size: s}}, {env: prod, values: {size: l}}]}
                """ + template("shop-{{ env }}-{{values.size}}-{{unknown}}")))
                .containsExactly("shop-dev-s-{{unknown}}", "shop-prod-l-{{unknown}}");
    }

    @Test
    void findsDirectories() {
        assertThat(names("""
                generators:
                  - git:
                      repoURL: git
                      directories: [{path: "services/*/k8s"}, {path: "services/till/*", exclude: true}]
                      values: {service: "{{path[1]}}"}
                """ + template("{{values.service}}-{{path.basename}}-{{path[1]}}")))
                .containsExactly("old_one-k8s-old_one", "shop-k8s-shop");
    }

    @Test
    void findsFilesWithTheirParameters() {
        assertThat(names("""
                generators:
                  - git: {repoURL: git, files: [{path: "config/*.yaml"}, {path: "config/*.json"}, {path: "config/.hidden/*", exclude: true}]}
                """ + template("{{team.name}}-{{path.basename}}-{{path.filename}}-{{replicas}}{{zones.1}}")))
                .containsExactly(
                        "red-dev-red.yaml-2b",
                        "blue-prod-blue.json-{{replicas}}{{zones.1}}",
                        "green-prod-blue.json-{{replicas}}{{zones.1}}");
    }

    @Test
    void multipliesInAMatrixAndHandsParametersOn() {
        assertThat(names("""
                generators:
                  - matrix:
                      generators:
                        - list: {elements: [{where: services}]}
                        - git: {repoURL: git, directories: [{path: "{{where}}/*"}], pathParamPrefix: g}
                """ + template("{{where}}-{{g.path.basenameNormalized}}")))
                .containsExactly("services-old-one", "services-shop", "services-till");
    }

    @Test
    void mergesByKeys() {
        assertThat(names("""
                generators:
                  - merge:
                      mergeKeys: [name]
                      generators:
                        - clusters: {values: {size: s}}
                        - list: {elements: [{name: prod, values: {size: l}}, {name: nowhere, values: {size: m}}]}
                """ + template("{{name}}-{{values.size}}")))
                .containsExactly("in-cluster-s", "Dev_1-s", "prod-l");
    }

    @Test
    void selectsClustersAndSetsOfParameters() {
        assertThat(names("""
                generators:
                  - clusters: {selector: {matchLabels: {stage: dev}}}
                  - clusters: {}
                    selector: {matchExpressions: [{key: server, operator: In, values: ["https://prod"]}]}
                """ + template("{{nameNormalized}}-{{metadata.labels.stage}}-{{metadata.annotations.zone}}")))
                .containsExactly("dev-1-dev-{{metadata.annotations.zone}}", "prod-prod-eu");
    }

    @Test
    void takesPullRequestsThatAreWanted() {
        assertThat(names("""
                generators:
                  - pullRequest: {github: {owner: acme, repo: shop, labels: [preview]}, filters: [{branchMatch: "^feature/"}]}
                """ + template("shop-{{number}}-{{branch_slug}}-{{head_short_sha_7}}")))
                .containsExactly("shop-7-feature-sell-more-0123456");
    }

    @Test
    void aGeneratorsOwnTemplateWinsAndAPatchComesLast() {
        One one = made("""
                generators:
                  - list:
                      elements: [{env: dev}]
                      template: {metadata: {name: mine}, spec: {project: own}}
                template:
                  metadata: {name: general, labels: {env: "{{env}}"}}
                  spec: {project: general, source: {path: x}}
                templatePatch: |
                  spec: {source: {path: "patched/{{env}}"}}
                """).applications().getFirst();

        assertThat(one.application().name()).isEqualTo("mine");
        assertThat(one.application().text("spec", "project")).contains("own");
        assertThat(one.application().text("spec", "source", "path")).contains("patched/dev");
        assertThat(one.application().labels()).containsEntry("env", "dev");
        assertThat(one.application().list("metadata", "finalizers"))
                .containsExactly("resources-finalizer.argocd.argoproj.io");
        assertThat(one.parameters()).containsEntry("env", "dev");
    }

    @Test
    void saysWhatItDoesNotReadAndMakesTheRest() {
        Made made = made("""
                generators:
                  - scmProvider: {github: {organization: acme}}
                  - pullRequest: {github: {owner: acme, repo: other}}
                  - git: {repoURL: other, directories: [{path: x}]}
                  - list: {elements: [{env: dev}]}
                """ + template("{{env}}"));

        assertThat(made.applications()).hasSize(1);
        assertThat(made.findings())
                .extracting(each -> each.finding().what())
                .satisfiesExactly(
                        what -> assertThat(what).contains("scmProvider is not read: it asks a Git host"),
                        what -> assertThat(what).contains("https://github.com/acme/other"),
                        what -> assertThat(what).contains("\"other\" of the Git generator is not there"));
    }

    @Test
    void saysOfARepositoryThatIsNotThereWhatToDo() {
        Made made = made("""
                generators:
                  - git: {repoURL: awaited, directories: [{path: x}]}
                  - git: {repoURL: gone, directories: [{path: x}]}
                  - list: {elements: [{env: dev}]}
                """ + template("{{env}}"));

        assertThat(made.applications()).hasSize(1);
        assertThat(made.findings())
                .satisfiesExactly(
                        awaited -> assertThat(awaited.finding().next()).isEqualTo("Wait."), gone -> {
                            assertThat(gone.finding().what()).contains("it has no such commit");
                            assertThat(gone.finding().next()).isEqualTo("Correct git.repoURL and git.revision.");
                        });
    }

    @Test
    void stopsWhereAMatrixGrowsBeyondBounds() {
        String elements = "[" + "{a: b},".repeat(80) + "]";
        String other = "[" + "{c: d},".repeat(80) + "]";

        assertThat(made("generators:\n  - matrix: {generators: [{list: {elements: " + elements
                                + "}}, {list: {elements: " + other + "}}]}\n" + template("x"))
                        .findings())
                .extracting(each -> each.finding().what())
                .singleElement()
                .asString()
                .contains("more than 5000 sets");
    }

    @Test
    void fillsInGoTemplates() {
        assertThat(names("""
                goTemplate: true
                goTemplateOptions: ["missingkey=error"]
                generators:
                  - matrix:
                      generators:
                        - git: {repoURL: git, files: [{path: "config/*.yaml"}, {path: "config/.hidden/*", exclude: true}]}
                        - list: {elements: [{size: 2, of: "{{ .team.name | upper }}"}]}
                template:
                  metadata: {name: '{{ .of }}-{{ .path.basename }}-{{ index .path.segments 0 }}-{{ .size }}{{ if gt .replicas 1.0 }}-many{{ end }}'}
                  spec: {source: {path: x}}
                """)).containsExactly("RED-dev-config-2-many");
    }

    @Test
    void saysWhichParameterAGoTemplateMisses() {
        assertThat(made("""
                goTemplate: true
                goTemplateOptions: ["missingkey=error"]
                generators: [{list: {elements: [{env: dev}]}}]
                template: {metadata: {name: "{{ .environment }}"}}
                """).findings())
                .extracting(each -> each.finding().what())
                .singleElement()
                .asString()
                .contains("{{ .environment }}", "map has no entry for key \"environment\"");
    }

    @Test
    void saysWhichParametersHaveNoValue() {
        String set = """
                generators: [{list: {elements: [{env: dev, ns: a}, {env: prod}, {env: test}]}}]
                template:
                  metadata: {name: "%1$s", annotations: {text: "{{app}}"}}
                  spec:
                    source: {path: x, helm: {values: "legend: '{{pod}}'", parameters: [{name: a, value: "{{ if .x }}{{ end }}"}]}}
                    destination: {namespace: "x-%2$s"}
                """;

        assertThat(made(set.formatted("{{env}}", "{{ns}}")).flaws())
                .extracting(each -> each.finding().what())
                .containsExactly("The ApplicationSet \"all\": template.spec.destination.namespace names \"ns\","
                        + " which has no value for \"prod\" and 1 more.");
        assertThat(made(set.formatted("{{env}}", "{{env}}")).flaws()).isEmpty();
    }

    @Test
    void saysWhichParametersGoFindsNoValueFor() {
        String set = """
                goTemplate: true
                generators: [{list: {elements: [{env: dev, of: {team: a}}]}}]
                template:
                  metadata: {name: "{{ .env }}"}
                  spec: {source: {path: "%s"}}
                """;

        assertThat(made(set.formatted("{{ .env }}/{{ .of.tem }}")).flaws())
                .extracting(each -> each.finding().what())
                .containsExactly("The ApplicationSet \"all\": template.spec.source.path names \"of.tem\","
                        + " which has no value for \"dev\".");
        assertThat(made(set.formatted("{{ .of.team }}/{{ .tem | default `x` }}{{ if .tem }}{{ .tem }}{{ end }}"))
                        .flaws())
                .isEmpty();
    }

    @Test
    void saysWhichPatternsMatchNothing() {
        String set = """
                generators:
                  - git: {repoURL: git, directories: [{path: "service/*"}]}
                  - git: {repoURL: git, files: [{path: "%s/*.yaml"}]}
                """ + template("a");

        assertThat(made(set.formatted("confg")).notes())
                .extracting(each -> each.finding().what())
                .containsExactly("The ApplicationSet \"all\" makes no Application: nothing matches \"service/*\","
                        + " \"confg/*.yaml\".");
        assertThat(made(set.formatted("config/dev")).notes()).isEmpty();
    }

    @Test
    void patchesWithWhatATemplateCannotSay() {
        One one = made("""
                goTemplate: true
                generators: [{list: {elements: [{env: prod, files: [a.yaml, b.yaml]}]}}]
                template:
                  metadata: {name: "shop-{{ .env }}"}
                  spec: {source: {path: x}}
                templatePatch: |
                  spec:
                    source:
                      helm:
                        valueFiles:
                        {{- range .files }}
                        - {{ . }}
                        {{- end }}
                    {{- if eq .env "prod" }}
                    syncPolicy: {automated: {prune: true}}
                    {{- end }}
                """).applications().getFirst();

        assertThat(one.application().list("spec", "source", "helm", "valueFiles"))
                .containsExactly("a.yaml", "b.yaml");
        assertThat(one.application().text("spec", "syncPolicy", "automated", "prune"))
                .contains("true");
    }
}
