package dev.slipway.platform.definition;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.parity.Term;
import dev.slipway.identity.Role;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Environment;
import dev.slipway.platform.GateDefinition;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PreviewRules;
import dev.slipway.platform.TemplateRules;
import dev.slipway.scaffolding.mapping.ActionMapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionReaderTest {

    private static final String PLATFORM = """
            apiVersion: slipway.dev/v1
            kind: Platform
            metadata: {name: acme}
            spec:
              domain: localhost
              git: {url: "http://slipway.localhost:7070/git/acme", aliases: ["https://github.com/acme"]}
              registry: registry.localhost/acme
              roles: [{group: release-managers, role: release-manager}]
              clusters:
                - {name: hub, role: hub, gateway: istio-ingress/main-gateway}
                - {name: shared-dev, network: shared-dev.internal, gateway: istio-system/gateway}
              environments:
                - {name: dev, cluster: shared-dev, namespace: "{team}-dev", host: "{service}.{domain}", deploys: on-build}
                - name: production
                  cluster: shared-dev
                  namespace: "{team}-prod"
                  host: "{service}-prod.{domain}"
                  promotes:
                    from: dev
                    trigger: manual
                    gates:
                      - health: {for: 10m}
                      - approval: {from: ["{team}-leads", release-managers], count: 1, authors: excluded}
            """;

    private static final String TEAMS = """
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata: {name: red}
            spec: {type: team, children: [], members: [ren, rosa]}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata: {name: red-leads}
            spec: {type: leads, children: [], members: [rosa]}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata: {name: release-managers}
            spec: {type: group, children: [], members: [remy]}
            """;

    private static final String PREVIEWS = """
              previews:
                cluster: shared-dev
                namespace: "{team}-dev-{service}-pr-{number}"
                host: "{service}-pr-{number}-{team}.{domain}"
                ttl: 3d
                limit: 5
            """;

    @Test
    void readsWherePreviewsRun() {
        assertThat(good(PLATFORM + PREVIEWS, TEAMS).previewRules())
                .contains(new PreviewRules(
                        new ClusterName("shared-dev"),
                        "{team}-dev-{service}-pr-{number}",
                        "{service}-pr-{number}-{team}.{domain}",
                        "localhost",
                        Duration.ofDays(3),
                        5));
        assertThat(good(PLATFORM, TEAMS).previewRules()).isEmpty();
    }

    @Test
    void tellsEverythingThatIsWrongWithPreviews() {
        String wrong = PREVIEWS.replace("shared-dev", "shared-def")
                .replace("{service}-pr-{number}-{team}", "{service}-{number}")
                .replace("-dev-{service}", "-development-{service}")
                .replace("3d", "0d");

        assertThat(problems(PLATFORM + wrong, TEAMS))
                .anyMatch(problem -> problem.contains("shared-def") && problem.contains("shared-dev"))
                .anyMatch(problem -> problem.contains("no \"{team}\""))
                .anyMatch(problem -> problem.contains("no \"-pr-{number}\""))
                .anyMatch(problem -> problem.contains("17 fixed characters"))
                .anyMatch(problem -> problem.contains("expire at once"));
    }

    @Test
    void aKeyOfPreviewsThatIsNotImplementedIsAnError() {
        assertThat(problems(PLATFORM + PREVIEWS + "    sleep: 30m\n    limt: 3\n", TEAMS))
                .anyMatch(problem -> problem.contains("\"sleep\" is not implemented"))
                .anyMatch(problem -> problem.contains("limit"));
    }

    private static final String TEMPLATES = """
              templates:
                endpoints:
                  - name: tickets
                    url: https://tickets.example.org/api
                    timeout: 20s
                    secret: {name: tickets-token, prefix: "Bearer "}
                actions:
                  - {id: "acme:log", alias: "debug:log", rename: {text: message}, input: {listWorkspace: true}}
                  - {id: "acme:jira", skip: There is no Jira here, output: {key: X-1}}
                  - {id: "acme:ticket", call: {endpoint: tickets, path: /issues}}
            """;

    @Test
    void readsWhatBecomesOfActions() {
        TemplateRules rules = good(PLATFORM + TEMPLATES, TEAMS).templates();

        assertThat(rules.actions())
                .containsExactly(
                        new ActionMapping.Alias(
                                "acme:log", "debug:log", Map.of("text", "message"), Map.of("listWorkspace", true)),
                        new ActionMapping.Skip("acme:jira", "There is no Jira here", Map.of("key", "X-1")),
                        new ActionMapping.Call("acme:ticket", "tickets", "/issues", "POST"));
        assertThat(rules.endpoint("tickets").orElseThrow().timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(rules.endpoint("tickets").orElseThrow().secret())
                .isEqualTo(new TemplateRules.SecretHeader("Authorization", "tickets-token", "Bearer "));
        assertThat(good(PLATFORM, TEAMS).templates()).isEqualTo(TemplateRules.NONE);
    }

    @Test
    void tellsEverythingThatIsWrongWithTemplates() {
        String wrong = TEMPLATES
                .replace("https://tickets", "https://user:pass@tickets")
                .replace("20s", "20m")
                .replace("endpoint: tickets", "endpoint: ticktes")
                .replace("skip: There is no Jira here", "skip: no, alias: x")
                .replace("\"acme:ticket\"", "\"acme:log\"");

        assertThat(problems(PLATFORM + wrong, TEAMS))
                .anyMatch(problem -> problem.contains("no address of an endpoint") && !problem.contains("pass@"))
                .anyMatch(problem -> problem.contains("cannot take that long"))
                .anyMatch(problem -> problem.contains("ticktes") && problem.contains("tickets"))
                .anyMatch(problem -> problem.contains("\"acme:jira\" is mapped by alias and skip"))
                .anyMatch(problem -> problem.contains("\"acme:log\" stands here a second time"));
    }

    @Test
    void readsHowLongRunsMayTake() {
        assertThat(good(PLATFORM + "  templates: {limits: {action: 1h, run: 30d}}\n", TEAMS)
                        .templates()
                        .limits())
                .isEqualTo(new TemplateRules.Limits(Duration.ofHours(1), null, Duration.ofDays(30)));
    }

    @Test
    void tellsEverythingThatIsWrongWithLimits() {
        assertThat(problems(PLATFORM + "  templates: {limits: {action: 2h, step: 0s, run: 1h}}\n", TEAMS))
                .anyMatch(problem -> problem.contains("Nothing can be done in no time"))
                .anyMatch(problem -> problem.contains("The limit of action is longer than that of run"));
        assertThat(problems(PLATFORM + "  templates: {limits: {action: soon, total: 1h}}\n", TEAMS))
                .anyMatch(problem -> problem.contains("soon"))
                .anyMatch(problem -> problem.contains("\"total\" is not a key"));
    }

    @Test
    void readsEnvironmentsInTheOrderOfPromotion() {
        PlatformDefinition definition = good(PLATFORM, TEAMS);

        assertThat(definition.environments())
                .extracting(environment -> environment.name().value())
                .containsExactly("dev", "production");
        Environment production =
                definition.environment(new EnvironmentName("production")).orElseThrow();
        assertThat(production.host(new TeamName("red"), new ServiceName("pricing-api")))
                .isEqualTo("pricing-api-prod.localhost");
        assertThat(production.promotion().orElseThrow().gates())
                .containsExactly(
                        new GateDefinition.Health(Duration.ofMinutes(10)),
                        new GateDefinition.Approval(List.of("{team}-leads", "release-managers"), 1, true));
    }

    @Test
    void grantsRolesByGroup() {
        assertThat(good(PLATFORM, TEAMS).memberships())
                .anySatisfy(membership -> {
                    assertThat(membership.group()).isEqualTo("red-leads");
                    assertThat(membership.role()).isEqualTo(Role.TEAM_LEAD);
                    assertThat(membership.team()).isEqualTo(new TeamName("red"));
                })
                .anySatisfy(membership -> {
                    assertThat(membership.group()).isEqualTo("release-managers");
                    assertThat(membership.role()).isEqualTo(Role.RELEASE_MANAGER);
                    assertThat(membership.accounts()).containsExactly("remy");
                });
    }

    @Test
    void meansTheSameRepositoryByAliasAndUrl() {
        PlatformDefinition definition = good(PLATFORM, TEAMS);

        assertThat(definition.git().resolve("https://github.com/acme/pricing-api"))
                .contains(new RepositoryRef("acme", "pricing-api"));
        assertThat(definition.git().resolve("https://github.com/other/pricing-api"))
                .isEmpty();
    }

    @Test
    void readsTheRulesOfParityAndItsGate() {
        String withParity = PLATFORM.replace("- health: {for: 10m}", "- parity: {}")
                + "  parity: {mustMatch: [replicas], mayDiffer: [probes]}\n";

        PlatformDefinition definition = good(withParity, TEAMS);

        assertThat(definition.parity().mustMatch(Term.REPLICAS)).isTrue();
        assertThat(definition.parity().mustMatch(Term.PROBES)).isFalse();
        assertThat(definition.environments().stream()
                        .flatMap(each -> each.promotion().stream())
                        .flatMap(each -> each.gates().stream()))
                .contains(new GateDefinition.Parity());
    }

    @Test
    void refusesAnExceptionThatNobodyAnswersForWithEverythingElseThatIsWrong() {
        String wrong = PLATFORM + """
                  parity:
                    mustMatch: [probs]
                    exceptions: [{service: shop, term: probes, expires: 2027-01-31}]
                """;

        assertThat(bad(wrong, TEAMS))
                .extracting(Problem::toString)
                .anyMatch(each -> each.contains("Did you mean \"probes\"?"))
                .anyMatch(each -> each.contains("\"owner\" is missing"))
                .anyMatch(each -> each.contains("\"reason\" is missing"));
    }

    @Test
    void refusesWhatThisVersionDoesNotImplement() {
        String withIncidents = PLATFORM.replace("- health: {for: 10m}", "- incidents: {none: [P1]}");

        assertThat(bad(withIncidents, TEAMS))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("platform.yaml:22:")
                        .contains("\"incidents\" is not implemented"));
    }

    @Test
    void saysAllThatIsWrongAtOnceWithItsPlace() {
        String broken = PLATFORM.replace("cluster: shared-dev, namespace", "cluster: shared-dve, namespace")
                .replace("from: dev\n", "from: deb\n")
                .replace("group: release-managers,", "group: release-manager,");

        assertThat(bad(broken, TEAMS))
                .extracting(Problem::toString)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("platform.yaml:13:")
                        .contains("shared-dve")
                        .contains("Did you mean \"shared-dev\"?"))
                .anySatisfy(
                        text -> assertThat(text).startsWith("platform.yaml:19:").contains("\"deb\""))
                .anySatisfy(
                        text -> assertThat(text).startsWith("platform.yaml:8:").contains("\"release-manager\""))
                .hasSize(3);
    }

    @Test
    void knowsThreeTriggersAndNoOthers() {
        assertThat(read(PLATFORM.replace("trigger: manual", "trigger: release"), TEAMS))
                .isInstanceOf(Reading.Good.class);
        assertThat(bad(PLATFORM.replace("trigger: manual", "trigger: releases"), TEAMS))
                .extracting(Problem::toString)
                .anySatisfy(text -> assertThat(text).contains("automatic", "manual", "release"));
    }

    @Test
    void suggestsTheKeyThatWasMeant() {
        assertThat(bad(PLATFORM.replace("trigger: manual", "triger: manual"), TEAMS))
                .extracting(Problem::toString)
                .anySatisfy(text -> assertThat(text).contains("Did you mean \"trigger\"?"));
    }

    @Test
    void refusesATeamNameThatBeginsWithAnothers() {
        String teams = TEAMS.replace(
                "metadata: {name: release-managers}\nspec: {type: group",
                "metadata: {name: red-blue}\nspec: {type: team");

        assertThat(bad(
                        PLATFORM.replace("[{group: release-managers, role: release-manager}]", "[]")
                                .replace(", release-managers]", "]"),
                        teams))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("teams/red.yaml:13:")
                        .contains("\"red-blue\"")
                        .contains("\"red\""));
    }

    @Test
    void namesTheMissingFile() {
        assertThat(new DefinitionReader(new RepositoryRef("acme", "platform")).read(MemoryTree.ofTexts("a", "b")))
                .isEqualTo(new Reading.Bad(
                        List.of(Problem.at("platform.yaml", "The platform repository has no platform.yaml."))));
    }

    @Test
    void namesAnEmptyDefinition() {
        assertThat(problems("# nothing yet\n", TEAMS))
                .containsExactly("platform.yaml: The file is empty. Expected: a document of kind Platform.");
    }

    @Test
    void suggestsTheWordThatWasMeant() {
        assertThat(problems(PLATFORM.replace("trigger: manual", "trigger: maual"), TEAMS))
                .singleElement(as(STRING))
                .startsWith("platform.yaml:")
                .endsWith("Did you mean \"manual\"?");
        assertThat(problems(PLATFORM, TEAMS.replaceFirst("kind: Group", "kind: Gruop")))
                .singleElement(as(STRING))
                .startsWith("teams/red.yaml:2:")
                .endsWith("Did you mean \"Group\"?");
    }

    @Test
    void passesNothingOverOfUsualTeams() {
        assertThat(passedOver("teams/red.yaml", TEAMS, "teams/README.md", "# Teams", "teams/.gitkeep", ""))
                .isEmpty();
    }

    @Test
    void namesATypeThatIsNone() {
        assertThat(passedOver("teams/red.yaml", TEAMS.replace("type: team", "type: tema")))
                .containsExactly(
                        "teams/red.yaml:4:14: The group \"red\" has the type \"tema\", which is none. Expected: one of team, leads,"
                                + " group, platform, business-unit, product-area, root. Did you mean \"team\"?");
    }

    @Test
    void namesFilesInTeamsThatNothingReads() {
        assertThat(passedOver(
                        "teams/red.yaml.bak", TEAMS, "teams/more/blue.yaml", TEAMS, "teams/green.yaml", "# none\n"))
                .extracting(text -> text.substring(0, text.indexOf(". ") + 1))
                .containsExactlyInAnyOrder(
                        "teams/red.yaml.bak: Nothing reads this: it is no YAML file directly in teams/.",
                        "teams/more: Nothing reads this: it is no YAML file directly in teams/.",
                        "teams/green.yaml: The file is empty.");
    }

    @Test
    void namesLeadsWithoutATeam() {
        assertThat(passedOver("teams/red.yaml", TEAMS.replace("name: red-leads", "name: red-lead")))
                .singleElement(as(STRING))
                .startsWith("teams/red.yaml:8:")
                .contains("\"red-lead\" leads no team.")
                .endsWith("Did you mean \"red-leads\"?");
    }

    private static List<String> passedOver(String... files) {
        return new DefinitionReader(new RepositoryRef("acme", "platform"))
                .passedOver(MemoryTree.ofTexts(files)).stream()
                        .map(Problem::toString)
                        .toList();
    }

    private static PlatformDefinition good(String platform, String teams) {
        assertThat(read(platform, teams)).isInstanceOf(Reading.Good.class);
        return ((Reading.Good) read(platform, teams)).definition();
    }

    private static List<String> problems(String platform, String teams) {
        return bad(platform, teams).stream().map(Problem::toString).toList();
    }

    private static List<Problem> bad(String platform, String teams) {
        assertThat(read(platform, teams)).isInstanceOf(Reading.Bad.class);
        return ((Reading.Bad) read(platform, teams)).problems();
    }

    private static Reading read(String platform, String teams) {
        return new DefinitionReader(new RepositoryRef("acme", "platform"))
                .read(MemoryTree.ofTexts("platform.yaml", platform, "teams/red.yaml", teams));
    }
}
