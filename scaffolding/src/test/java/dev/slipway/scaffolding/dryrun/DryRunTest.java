package dev.slipway.scaffolding.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.builtin.BuiltinActions;
import dev.slipway.scaffolding.dryrun.DryRun.LogLine;
import dev.slipway.scaffolding.dryrun.DryRun.Status;
import dev.slipway.scaffolding.known.KnownActions;
import dev.slipway.scaffolding.run.Preflight;
import dev.slipway.scaffolding.run.RunState;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DryRunTest {

    private static final RunInfo RUN =
            new RunInfo("dry", "user:default/ada", "t", "", Map.of("name", "pricing", "prod", false));
    private static final Actions ACTIONS =
            new Actions(Stream.<Action>concat(BuiltinActions.all().stream(), KnownActions.all().stream())
                    .toList());

    private static final String STEPS = """
            steps:
              - {id: fetch, name: Fetch, action: fetch:template, input: {url: ./skeleton, values: {name: '${{ parameters.name }}'}}}
              - {id: prod, name: Production, action: debug:log, if: '${{ parameters.prod }}', input: {message: never}}
              - {id: publish, name: Publish, action: publish:github, input: {repoUrl: 'github.com?owner=acme&repo=${{ parameters.name }}'}}
              - {id: tell, name: Tell, action: debug:log, input: {message: 'at ${{ steps.publish.output.remoteUrl }}'}}
            output:
              links: [{title: Repository, url: '${{ steps.publish.output.repoContentsUrl }}'}]
            """;

    private static DryRunResult run(String steps) {
        return DryRun.of(
                TemplateReader.read(
                        "template.yaml",
                        "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\nspec:\n  type: x\n"
                                + steps.indent(2)),
                MemoryTree.ofTexts("skeleton/${{ values.name }}.txt", "Hello ${{ values.name }}\n"),
                ACTIONS,
                RUN);
    }

    @Test
    void answersFilesLogStepsAndOutputs() {
        DryRunResult result = run(STEPS);

        assertThat(result.files().files()).containsOnlyKeys("pricing.txt");
        assertThat(result.files().text("pricing.txt")).contains("Hello pricing\n");
        assertThat(result.log())
                .contains(
                        new LogLine("prod", "Skipped step Production because its condition is false", Status.SKIPPED),
                        new LogLine("tell", "at https://github.com/owner/repo.git", Status.PROCESSING),
                        new LogLine("publish", "Finished step Publish", Status.COMPLETED));
        assertThat(result.steps()).extracting(DryRunResult.CarriedOut::id).containsExactly("fetch", "publish", "tell");
        assertThat(result.state())
                .isInstanceOfSatisfying(
                        RunState.Completed.class,
                        completed -> assertThat(completed.output().links())
                                .extracting(RunState.Link::url)
                                .containsExactly("https://github.com/owner/repo/blob/main"));
    }

    @Test
    void keepsWhatAFailedRunMadeAndSaysWhy() {
        DryRunResult result = run(STEPS.replace("'at ${{ steps.publish.output.remoteUrl }}'", "'${{ 1 | shout }}'"));

        assertThat(result.files().files()).containsOnlyKeys("pricing.txt");
        assertThat(result.state()).isInstanceOfSatisfying(RunState.Failed.class, failed -> {
            assertThat(failed.stepId()).isEqualTo("tell");
            assertThat(failed.message()).contains("shout");
        });
        assertThat(result.log().getLast().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void checksInputsAsARunDoes() {
        DryRunResult result = run("steps: [{id: publish, action: publish:github, input: {description: no address}}]");

        assertThat(result.state())
                .isInstanceOfSatisfying(
                        RunState.Failed.class,
                        failed -> assertThat(failed.message()).contains("publish:github", "repoUrl"));
    }

    @Test
    void knownActionsSayBeforeARunWhichAdapterIsMissing() {
        var template = TemplateReader.read(
                "template.yaml",
                "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\nspec:\n  type: x\n"
                        + "  steps: [{id: a, action: publish:gitlab, input: {repoUrl: 'gitlab.com?owner=a&repo=b'}}]\n");

        assertThat(new Preflight(ACTIONS, RUN).problems(template))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains(
                                "\"publish:gitlab\" needs an adapter for GitLab, which is not here", "platform.yaml"));
    }

    @Test
    void showsTheWorkspaceAsItWasWhenAStepThatPublishesCame() {
        DryRunResult result = run("""
                steps:
                  - {id: one, action: 'roadiehq:utils:fs:write', input: {path: one.txt, content: '1'}}
                  - {id: publish, name: Publish it, action: publish:github, input: {repoUrl: 'github.com?owner=a&repo=b'}}
                  - {id: two, action: 'roadiehq:utils:fs:write', input: {path: two.txt, content: '2'}}
                """);

        assertThat(result.files().files()).containsKeys("one.txt", "two.txt");
        assertThat(result.steps().get(1).name()).isEqualTo("Publish it");
        assertThat(result.steps().get(1).workspace().files()).containsOnlyKeys("one.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"github:webhook", "github:environment:create", "github:actions:dispatch"})
    void namesTheAdapterAndWhyTheEmbeddedHostDoesNot(String id) {
        KnownActions.all().stream()
                .filter(action -> action.id().equals(id))
                .forEach(action -> assertThat(action.check(RUN, Map.of()))
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.message())
                                .contains("\"" + id + "\" needs an adapter for GitHub", "the embedded Git host")));
    }

    @Test
    void everyKnownActionSaysWhatItNeedsAndAnswers() {
        assertThat(KnownActions.all()).allSatisfy(action -> {
            assertThat(action.description()).isNotBlank();
            assertThat(action.reachesOutside()).isTrue();
            assertThat(action.inputSchema()).containsKey("properties");
            assertThat(action.missingAdapter()).isPresent();
        });
    }
}
