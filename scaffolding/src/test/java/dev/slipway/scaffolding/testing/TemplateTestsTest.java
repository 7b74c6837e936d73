package dev.slipway.scaffolding.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.builtin.BuiltinActions;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTestsTest {

    private static final Actions ACTIONS =
            new Actions(Stream.<Action>concat(KnownActions.all().stream(), BuiltinActions.all().stream())
                    .toList());

    private static final String TEMPLATE = """
            apiVersion: scaffolder.backstage.io/v1beta3
            kind: Template
            metadata: {name: t}
            spec:
              type: service
              parameters:
                required: [name]
                properties:
                  name: {type: string, pattern: '^[a-z]+$'}
                  prod: {type: boolean, default: false}
                  token: {type: string, ui:field: Secret}
              steps:
                - {id: fetch, action: fetch:template, input: {url: ./skeleton, values: {name: '${{ parameters.name }}', who: '${{ user.entity.metadata.name }}'}}}
                - {id: prod, action: fs:write, if: '${{ parameters.prod }}', input: {path: prod.txt, content: prod}}
                - {id: publish, action: publish:github, input: {repoUrl: 'github.com?owner=acme&repo=${{ parameters.name }}', token: '${{ secrets.token }}'}}
                - {id: check, action: debug:log, if: "${{ parameters.name == 'bad' }}", input: {message: '${{ parameters.name | nope }}'}}
              output:
                links: [{title: Repository, url: '${{ steps.publish.output.remoteUrl }}'}]
                name: ${{ parameters.name }}
            """.replace("fs:write, if", "roadiehq:utils:fs:write, if");

    private static TemplateTests tests(Map<String, String> files) {
        Map<String, FileContent> all = new HashMap<>();
        all.put("skeleton/README.md", FileContent.text("# ${{ values.name }}\n\nBy ${{ values.who }}.\n"));
        files.forEach((path, text) -> all.put(path, FileContent.text(text)));
        return new TemplateTests(TemplateReader.read("t/template.yaml", TEMPLATE), MemoryTree.of(all), ACTIONS);
    }

    private static List<String> failures(String test) {
        return tests(Map.of("tests/a.yaml", test)).run().getFirst().failures().stream()
                .map(failure -> failure.place() + ": " + failure.message()
                        + (failure.difference().isEmpty() ? "" : "\n" + failure.difference()))
                .toList();
    }

    @Test
    void passesWhenEverythingIsAsExpected() {
        assertThat(failures("""
                name: all of it
                values: {name: pricing, prod: true}
                secrets: {token: s3cr3t}
                user: {ref: user:default/ada, entity: {metadata: {name: ada}}}
                answers: {publish: {remoteUrl: https://git.acme/pricing}}
                expect:
                  files:
                    README.md: |
                      # pricing

                      By ada.
                    ./prod.txt: {contains: pro, lacks: [dev, test], matches: '^p.*d$'}
                    old.txt: {absent: true}
                  complete: true
                  ran: [fetch, prod, publish]
                  skipped: [check]
                  output: {links: [{title: Repository, url: https://git.acme/pricing}], name: pricing}
                """)).isEmpty();
    }

    @Test
    void showsADifferenceWithThePlaceOfTheExpectation() {
        assertThat(failures("values: {name: a}\nexpect:\n  files:\n    README.md: |\n      # b\n\n      By .\n"))
                .containsExactly(
                        "t/tests/a.yaml:4:16: \"README.md\" is different.\n@@ line 1 @@\n-# b\n+# a\n \n By .");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {files: {READM.md: x}}                         | "READM.md" is missing. Did you mean "README.md"?
            {files: {README.md: {absent: true}}}           | "README.md" is there.
            {files: {README.md: {contains: [By, no]}}}     | "README.md" does not contain "no".
            {files: {README.md: {lacks: By}}}              | "README.md" contains "By".
            {files: {README.md: {matches: '^By x'}}}       | Nothing in "README.md" matches ^By x.
            {complete: true}                               | "README.md" was not expected.
            {folder: expected}                             | There are no files in "tests/expected"
            {ran: [prod]}                                  | The step "prod" did not run.
            {skipped: [fetch]}                             | The step "fetch" ran.
            {ran: [ftch]}                                  | The template has no step "ftch". Did you mean "fetch"?
            {output: {name: b}}                            | "output.name" is "a", expected "b".
            {output: {links: []}}                          | "output.links" has 1 items, expected 0
            {output: {links: [{url: x}]}}                  | "output.links[0].url" is
            {error: anything}                              | The run was expected to fail, and did not.
            {fields: {name: small}}                        | The answer "name" was expected to be refused, and is not.
            """)
    void saysWhatIsNotAsExpected(String expect, String failure) {
        assertThat(failures("values: {name: a}\nexpect: " + expect))
                .singleElement()
                .asString()
                .startsWith("t/tests/a.yaml:")
                .contains(failure);
    }

    @Test
    void expectsAnswersToBeRefused() {
        assertThat(failures("values: {name: A}\nexpect: {fields: {name: 'does not match'}}"))
                .isEmpty();
        assertThat(failures("values: {}\nexpect: {fields: [name]}")).isEmpty();
        assertThat(failures("values: {name: A}"))
                .singleElement()
                .asString()
                .contains("The answer \"name\" is refused: ");
        assertThat(failures("values: {name: A}\nexpect: {fields: {name: other words}}"))
                .singleElement()
                .asString()
                .contains("\"other words\" was expected in: ");
    }

    @Test
    void expectsAStepToFail() {
        assertThat(failures("values: {name: bad}\nexpect: {error: {step: check, message: '\"nope\" is not known'}}"))
                .isEmpty();
        assertThat(failures("values: {name: bad}\nexpect: {error: {step: fetch, message: other}}"))
                .satisfiesExactly(
                        failure -> assertThat(failure).contains("\"check\" failed, and not \"fetch\""),
                        failure -> assertThat(failure).contains("\"other\" was expected in: "));
        assertThat(failures("values: {name: bad}")).singleElement().asString().contains("The step \"check\" failed: ");
    }

    @Test
    void saysEverythingThatIsWrongWithATestAtOnce() {
        assertThat(failures("""
                value: {}
                secrets: []
                expect:
                  file: {}
                  files: {/etc/passwd: x, a: {contian: x, matches: '['}}
                  error: {stp: a}
                """))
                .containsExactly(
                        "t/tests/a.yaml:1:1: \"value\" is not a key of a test. Did you mean \"values\"?",
                        "t/tests/a.yaml:2:10: \"secrets\" must be a map, not a list.",
                        "t/tests/a.yaml:4:3: \"file\" is not a key of expect. Did you mean \"files\"?",
                        "t/tests/a.yaml:6:11: \"stp\" is not a key of error. Did you mean \"step\"?",
                        "t/tests/a.yaml:5:11: \"/etc/passwd\" is not a relative path with / between its parts.",
                        "t/tests/a.yaml:5:31: \"contian\" is not a key of a file. Known are: absent, contains, lacks, matches.",
                        "t/tests/a.yaml:5:52: This is not a regular expression: Unclosed character class.");
    }

    @Test
    void aFileCanHoldSeveralTests() {
        assertThat(tests(Map.of(
                                "tests/a.yaml",
                                "values: {name: a}\n---\nname: other\nvalues: {name: b}\n---\nvalues: {name: C}"))
                        .run())
                .extracting(TestResult::name, TestResult::passed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("tests/a.yaml #1", true),
                        org.assertj.core.groups.Tuple.tuple("other", true),
                        org.assertj.core.groups.Tuple.tuple("tests/a.yaml #3", false));
    }

    @Test
    void comparesWithAFolder() {
        Map<String, String> files = new HashMap<>(Map.of(
                "tests/a.yaml", "values: {name: a}\nexpect: {folder: a}",
                "tests/a/README.md", "# b\n\nBy .\n",
                "tests/a/gone", ""));

        assertThat(tests(files).run().getFirst().failures())
                .extracting(TestResult.Failure::message)
                .containsExactly("\"README.md\" is different.", "\"gone\" is missing.");
    }

    @Test
    void updatesTextsAndFolders() {
        Map<String, String> files = new HashMap<>(Map.of(
                "tests/a.yaml",
                "# kept\nvalues: {name: a}\nexpect:\n  folder: a\n---\nvalues: {name: b}\nexpect:\n  files:\n    ./README.md: |\n      old\n",
                "tests/a/gone",
                "",
                "tests/broken.yaml",
                "expect: []"));

        Map<String, Optional<FileContent>> updates = tests(files).updates();

        assertThat(updates).containsOnlyKeys("tests/a.yaml", "tests/a/README.md", "tests/a/gone");
        assertThat(updates.get("tests/a/gone")).isEmpty();
        updates.forEach((path, content) ->
                content.ifPresentOrElse(now -> files.put(path, now.text()), () -> files.remove(path)));
        files.remove("tests/broken.yaml");
        assertThat(files.get("tests/a.yaml")).startsWith("# kept\n").contains("# b");
        assertThat(tests(files).run()).allMatch(TestResult::passed);
        assertThat(tests(files).updates()).doesNotContainKey("tests/a.yaml");
    }

    @Test
    void survivesAPatternThatTakesForever() {
        assertThat(failures("values: {name: " + "x".repeat(60)
                        + "}\nexpect: {files: {README.md: {matches: '((x+)\\2?)+y'}}}"))
                .singleElement()
                .asString()
                .contains("takes too long");
    }
}
