package dev.slipway.scaffolding.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.TemplateTree;
import dev.slipway.scaffolding.builtin.BuiltinActions;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTest {

    private static final Actions ACTIONS =
            new Actions(Stream.<Action>concat(KnownActions.all().stream(), BuiltinActions.all().stream())
                    .toList());
    private static final String HEAD = """
            apiVersion: scaffolder.backstage.io/v1beta3
            kind: Template
            metadata: {name: t}
            spec:
              type: service
            """;

    private static List<String> lint(FileTree tree, String spec) {
        return new Lint(ACTIONS)
                .findings("t/template.yaml", HEAD + spec.indent(2), tree).stream()
                        .map(finding -> (finding.isError() ? "error " : "warning ") + finding)
                        .toList();
    }

    private static List<String> lint(String spec) {
        return lint(MemoryTree.ofTexts(), spec);
    }

    private static final String PAGE = "parameters: {properties: {name: {type: string}, size: {enum: [s, m]}}}\n";

    @Test
    void findsNothingInASoundTemplate() {
        assertThat(lint(
                        MemoryTree.ofTexts("skeleton/${{ values.name }}", "${{ values.more.a }} ${{ values.no or 1 }}"),
                        """
                parameters:
                  - properties:
                      name: {type: string, pattern: '^[a-z]+$', default: abc, ui:field: EntityNamePicker}
                      kind: {type: string, enum: [sql, blob], enumNames: [SQL, Blob]}
                    required: [name]
                    dependencies:
                      kind: {oneOf: [{properties: {kind: {const: sql}, version: {type: integer}}, required: [version]}]}
                  - properties: {token: {type: string, ui:field: Secret}, note: {type: 'null', description: Text}}
                steps:
                  - {id: a, action: fetch:template, input: {url: ./skeleton, values: {name: '${{ parameters.name }}', more: {a: '${{ parameters.version }}'}}}}
                  - {id: b, action: publish:github, if: "${{ parameters.kind == 'sql' }}", input: {repoUrl: 'h?owner=a&repo=b', token: '${{ secrets.token }}'}}
                  - {id: c, action: debug:log, if: '${{ failure() and each.value }}', each: [1], input: {message: '${{ each.value }} ${{ steps.b.output.remoteUrl }}'}}
                output: {links: [{title: R, url: '${{ steps.b.output.remoteUrl }}'}], name: '${{ user.entity.metadata.name }}'}
                """))
                .isEmpty();
    }

    @Test
    void findsParametersThatNobodyAsksForAndThoseThatNobodyUses() {
        assertThat(
                        lint(
                                PAGE
                                        + "steps: [{action: debug:log, input: {message: '${{ parameters.nmae }} ${{ parameters.size }}'}}]"))
                .containsExactly(
                        "warning t/template.yaml:6:29: The parameter \"name\" is asked for and never used.",
                        "error t/template.yaml:7:53: No page asks for the parameter \"nmae\". Did you mean \"name\"?");
    }

    @Test
    void isContentWithParametersThatArePassedAsAWhole() {
        assertThat(lint(PAGE + "steps: [{action: debug:log, input: {message: '${{ parameters | dump }}'}}]"))
                .isEmpty();
    }

    @Test
    void findsReferencesToStepsThatAreNotThereOrComeLater() {
        assertThat(lint("""
                steps:
                  - {id: first, action: debug:log, input: {message: '${{ steps.second.output.x }} ${{ steps.frist.output.x }}'}}
                  - {id: second, action: publish:github, input: {repoUrl: 'h?owner=a&repo=b'}}
                  - {id: third, action: debug:log, input: {message: '${{ steps.second.output.remoteURL }} ${{ steps.second.remoteUrl }}'}}
                """))
                .satisfiesExactly(
                        finding -> assertThat(finding).startsWith("error").contains("\"second\" has not run yet"),
                        finding -> assertThat(finding).contains("no step \"frist\". Did you mean \"first\"?"),
                        finding -> assertThat(finding)
                                .startsWith("warning")
                                .contains("no output \"remoteURL\". Did you mean \"remoteUrl\""),
                        finding -> assertThat(finding).contains("nothing but its \"output\""));
    }

    @Test
    void findsUnknownActionsInputsFiltersAndTests() {
        assertThat(lint("""
                steps:
                  - {id: a, action: debug:lgo}
                  - {id: b, action: publish:github, input: {repoURL: x, description: '${{ 1 | uper }} ${{ 1 is od }}', topics: one}}
                """))
                .satisfiesExactly(
                        finding -> assertThat(finding)
                                .startsWith("error t/template.yaml:7:23: ")
                                .contains("debug:lgo"),
                        finding -> assertThat(finding).startsWith("error").contains("needs the input \"repoUrl\""),
                        finding -> assertThat(finding)
                                .startsWith("warning")
                                .contains("has no input \"repoURL\". Did you mean \"repoUrl\""),
                        finding -> assertThat(finding).contains("filter \"uper\" is not known. Did you mean \"upper\""),
                        finding -> assertThat(finding).contains("test \"od\" is not known"),
                        finding -> assertThat(finding)
                                .startsWith("error")
                                .contains("\"topics\" is not right. Must be a list"));
    }

    @Test
    void findsUnknownKeysFieldsAndWidgets() {
        assertThat(lint("""
                parameter: {}
                parameters: {properties: {a: {type: string, ui:field: OwnerPikcer, ui:widget: textaera, titel: A}}}
                steps: [{action: debug:log, inputs: {}, input: {message: '${{ parameters.a }} ${{ parmaeters.a }}'}}]
                output: {links: [{titel: x, url: y}]}
                """))
                .satisfiesExactly(
                        finding -> assertThat(finding).contains(":6:3: \"parameter\" is not a key of spec"),
                        finding ->
                                assertThat(finding).contains("field \"OwnerPikcer\"", "Did you mean \"OwnerPicker\""),
                        finding -> assertThat(finding).contains("widget \"textaera\"", "Did you mean \"textarea\""),
                        finding -> assertThat(finding).contains("\"titel\" is not a keyword", "Did you mean \"title\""),
                        finding -> assertThat(finding).contains("\"inputs\" is not a key of a step", "\"input\""),
                        finding -> assertThat(finding).contains("\"parmaeters\" is nothing here", "\"parameters\""),
                        finding -> assertThat(finding).contains("\"titel\" is not a key of a link"))
                .allMatch(finding -> finding.startsWith("warning"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: strng}                                       | "strng" is not a type. Did you mean "string"?
            {type: string, pattern: '[a-'}                      | This is not a regular expression: Illegal character range
            {type: string, default: 3}                          | The default breaks the field's own rules. Must be a string.
            {type: integer, minimum: 2, default: 1}             | Must be at least 2.
            {type: string, pattern: '^a$', examples: [b]}       | This example breaks the field's own rules.
            {type: string, minLength: 5, maxLength: 2}          | "minLength" is larger than "maxLength": no value is right.
            {type: string, maxLength: many}                     | "maxLength" must be a whole number from 0.
            {type: string, enum: []}                            | "enum" must be a list with at least one value.
            {enum: [a, b], enumNames: [A]}                      | "enumNames" has 1 names for 2 values.
            {type: object, properties: {x: {}}, required: [y]}  | "y" is required, and there is no such field.
            {type: object, required: true, properties: {}}      | "required" is a list of names
            {type: object, properties: [x]}                     | "properties" is a map of fields, not a list.
            {type: object, properties: {x: text}}               | The field "x" is described by a map, not by a text.
            {$ref: '#/properties/p'}                            | "#/properties/p" refers to itself.
            {$ref: '#/definitions/no'}                          | "#/definitions/no" is nowhere in this page.
            {type: string, pattern: '^((x+)\\2?)+y$', default: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx} | takes too long
            """)
    void findsBadSchemas(String schema, String expected) {
        assertThat(lint("parameters: {properties: {p: " + schema + "}}\n"
                        + "steps: [{action: debug:log, input: {message: '${{ parameters.p }}'}}]"))
                .singleElement()
                .asString()
                .startsWith((expected.contains("example") || expected.contains("Names") || expected.contains("list of")
                                ? "warning"
                                : "error")
                        + " t/template.yaml:6:")
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            false                                                        | its condition is always false.
            ${{ false }}                                                 | its condition is always false.
            ${{ [] }}                                                    | its condition is always false.
            ${{ parameters.size == 'l' }}                                | whatever is answered for "size"
            ${{ parameters.size == 's' and parameters.size == 'm' }}     | whatever is answered for "size"
            ${{ parameters.flag and parameters.size not in ['s', 'm', undefined] and parameters.size }} | for "flag", "size"
            """)
    void findsStepsThatNeverRun(String condition, String why) {
        assertThat(lint("""
                parameters: {properties: {size: {enum: [s, m]}, flag: {type: boolean}}}
                steps: [{id: a, action: debug:log, if: "%s", input: {message: '${{ parameters.flag }}${{ parameters.size }}'}}]
                """.formatted(condition).replace("\"false\"", "false")))
                .singleElement()
                .asString()
                .startsWith("warning t/template.yaml:7:")
                .contains("The step \"a\" never runs: ", why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${{ parameters.size !== 's' }}
            ${{ always() }}
            ${{ failure() }}
            ${{ parameters.name == 'never' }}
            ${{ steps.b.output.x and false }}
            ${{ parameters.size === undefined }}
            """)
    void provesNothingThatCanHappen(String condition) {
        assertThat(lint(PAGE + """
                steps:
                  - {id: b, action: debug:log, input: {message: '${{ parameters.name }} ${{ parameters.size }}'}}
                  - {id: a, action: debug:log, if: "%s"}
                """.formatted(condition))).isEmpty();
    }

    @Test
    void findsDirectoriesThatAreNotThere() {
        FileTree tree = MemoryTree.ofTexts("skeleton/a", "", "part.md", "");

        assertThat(lint(tree, """
                steps:
                  - {action: fetch:plain, input: {url: ./skelton}}
                  - {action: fetch:plain, input: {url: ../other}}
                  - {action: fetch:plain, input: {url: 'https://github.com/a/b'}}
                  - {action: fetch:plain, input: {url: './${{ user.ref }}'}}
                """))
                .containsExactly(
                        "error t/template.yaml:7:42: There is no directory \"./skelton\" beside the template."
                                + " Did you mean \"skeleton\"?",
                        "error t/template.yaml:8:42: \"../other\" leads out of the template's directory.");
    }

    @Test
    void looksForSourcesElsewhereInTheRepository() {
        FileTree repository = MemoryTree.ofTexts("common/a", "${{ values.nmae }}", "t/s", "");
        FileTree tree = new TemplateTree(MemoryTree.ofTexts("s", ""), () -> repository, "t");

        assertThat(lint(tree, """
                steps:
                  - {action: fetch:template, input: {url: ../common, values: {name: x}}}
                  - {action: fetch:plain, input: {url: ../comon}}
                  - {action: fetch:plain, input: {url: ../../common}}
                """))
                .containsExactlyInAnyOrder(
                        "warning common/a:1:5: The step \"step-1\" passes no value \"nmae\". Did you mean \"name\"?",
                        "error t/template.yaml:8:42: There is no directory \"../comon\" beside the template."
                                + " Did you mean \"common\"?",
                        "error t/template.yaml:9:42: \"../../common\" leads out of the template's repository.");
    }

    @Test
    void looksThroughSkeletonsForValuesThatAreNotPassed() {
        FileTree tree = MemoryTree.ofTexts(
                "s/a.txt",
                        "\n${{ values.nmae }} ${{ values.deep.y }} ${{ values.deep.x.z }} ${{ values.o | default(1) }}",
                "s/${{ values.file }}", "{% if values.maybe %}{% endif %}",
                "s/b.yml", "${{ github.sha }}",
                "s/raw/c", "${{ github.sha }} ${{");

        assertThat(lint(
                        tree,
                        "steps: [{id: f, action: fetch:template, input: {url: ./s, copyWithoutTemplating: ['raw/**'],"
                                + " values: {name: x, deep: {x: '${{ user.ref }}'}}}}]"))
                .satisfiesExactly(
                        finding -> assertThat(finding)
                                .isEqualTo(
                                        "warning t/s/${{ values.file }}:1:5: The step \"f\" passes no value \"file\"."),
                        finding -> assertThat(finding)
                                .isEqualTo("warning t/s/a.txt:2:5: The step \"f\" passes no value \"nmae\"."
                                        + " Did you mean \"name\"?"),
                        finding -> assertThat(finding).contains("passes no value \"deep.y\". Did you mean \"x\""),
                        finding -> assertThat(finding)
                                .startsWith("warning t/s/b.yml:1:5: \"github\" is nothing in a skeleton"));
    }

    @Test
    void findsWhatCannotBeReadInSkeletonsAndLeavesBinaryFilesAlone() {
        FileTree tree = MemoryTree.of(Map.of(
                "s/a", FileContent.text("x\n${{ 1 + }}"),
                "s/b", FileContent.text("{% if values %}"),
                "s/c.png", new FileContent(new byte[] {0, 1, '$', '{', '{', -1}, FileMode.REGULAR)));

        assertThat(lint(tree, "steps: [{action: fetch:template, input: {url: s, values: {}}}]"))
                .satisfiesExactly(
                        finding -> assertThat(finding).startsWith("error t/s/a:2:"),
                        finding ->
                                assertThat(finding).startsWith("error t/s/b:1:").contains("endif"));
    }

    @Test
    void findsSecretsWhereTheyWouldBeShown() {
        assertThat(lint("""
                secrets: {schema: {properties: {token: {type: string}}}}
                steps: [{action: debug:log, if: '${{ secrets.token }}', input: {message: '${{ secrets.tokn }} ${{ each.value }}'}}]
                """))
                .satisfiesExactly(
                        finding -> assertThat(finding).startsWith("error").contains("\"secrets\" can be used in"),
                        finding -> assertThat(finding)
                                .startsWith("warning")
                                .contains("secret \"tokn\". Did you mean \"token\""),
                        finding -> assertThat(finding).startsWith("error").contains("\"each\" is known in"));
    }

    @Test
    void saysWhatTheReaderRefusesAndGoesOn() {
        assertThat(lint("steps: [{id: a, input: 3}, {id: b, action: debug:log, if: false}]"))
                .anyMatch(finding -> finding.contains("\"action\" is missing"))
                .anyMatch(finding -> finding.contains("The input of step \"a\" must be a map"))
                .anyMatch(finding -> finding.contains("The step \"b\" never runs"));
    }

    @Test
    void survivesHostileFiles() {
        Lint lint = new Lint(ACTIONS);
        String deep = "a: ".concat("[".repeat(5000));
        String bomb =
                "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\n"
                        + "d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d, *d, *d]\nf: [*e, *e, *e, *e, *e, *e, *e, *e, *e]\n"
                        + "g: &g [*e, *e, *e, *e, *e, *e, *e, *e]\nh: [*g, *g, *g, *g, *g, *g, *g]\n";
        String many = HEAD + "  steps:\n" + "    - {action: 'no:such', if: \"${{ parameters.x }}\"}\n".repeat(3000);

        for (String text : List.of("", "[]", "\0", deep, bomb, "a: *a", "- x\n- y")) {
            assertThat(lint.findings("f", text, MemoryTree.ofTexts()))
                    .as(text.lines().findFirst().orElse(""))
                    .isNotEmpty()
                    .allMatch(Finding::isError);
        }
        assertThat(lint.findings("f", many, MemoryTree.ofTexts())).hasSizeBetween(100, 500);
    }
}
