package dev.slipway.scaffolding.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects in forms, lists, and both in each other. */
class NestedFormTest {

    private final Form form = Templates.form("""
            title: All
            properties:
              contact:
                type: object
                required: [email]
                properties:
                  email: {type: string, format: email, errorMessage: {format: An address please.}}
                  pager: {type: boolean, default: false}
                dependencies:
                  pager:
                    oneOf:
                      - properties: {pager: {const: false}}
                      - properties: {pager: {const: true}, number: {type: string, default: '112'}}
                        required: [number]
              hosts:
                type: array
                minItems: 1
                uniqueItems: true
                items: {type: string, pattern: '^[a-z]+$'}
              tables:
                type: array
                items:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string, maxLength: 3}
                    rows: {type: integer, default: 10}
              regions:
                type: array
                uniqueItems: true
                items: {type: string, enum: [eu, us], enumNames: [Europe, America]}
              labels:
                type: object
                additionalProperties: {type: string}
              intro:
                type: 'null'
                description: Some *words*.
            """);

    private FormField field(String name, Map<String, Object> values) {
        return form.fields(0, Map.copyOf(values)).stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anObjectHasFieldsThatDependOnItsOwnValues() {
        assertThat(field("contact", Map.of("contact", Map.of("pager", true))).children())
                .extracting(FormField::path)
                .containsExactly("contact.email", "contact.pager", "contact.number");
        assertThat(field("contact", Map.of()).children()).hasSize(2);
    }

    @Test
    void aListHasAFieldForEachEntry() {
        List<FormField> rows = field("tables", Map.of("tables", List.of(Map.of("name", "a"), Map.of())))
                .children();

        assertThat(rows).extracting(FormField::path).containsExactly("tables.0", "tables.1");
        assertThat(rows.getFirst().children()).extracting(FormField::path).contains("tables.0.name", "tables.0.rows");
    }

    @Test
    void severalOfFixedValuesAreChosenTogether() {
        FormField regions = field("regions", Map.of());

        assertThat(regions.multiple()).isTrue();
        assertThat(regions.options())
                .containsExactly(new FormField.Option("eu", "Europe"), new FormField.Option("us", "America"));
    }

    @Test
    void saysWhatIsWrongWhereItIs() {
        Map<String, Object> values = Map.of(
                "contact", Map.of("email", "nobody", "pager", true, "number", "", "fax", "1"),
                "hosts", List.of("a", "B", "a"),
                "tables", List.of(Map.of("rows", "many"), Map.of("name", "abcd")),
                "regions", List.of("eu", "moon"));

        assertThat(form.problems(Map.copyOf(values)))
                .containsExactlyInAnyOrder(
                        new FieldProblem("contact.email", "An address please."),
                        new FieldProblem("contact.number", "Please fill this in."),
                        new FieldProblem("contact.fax", "There is no such field here."),
                        new FieldProblem("hosts", "Each entry only once."),
                        new FieldProblem("hosts.1", "This does not match the pattern ^[a-z]+$."),
                        new FieldProblem("tables.0.name", "Please fill this in."),
                        new FieldProblem("tables.0.rows", "Must be a whole number."),
                        new FieldProblem("tables.1.name", "At most 3 characters."),
                        new FieldProblem("regions.1", "Must be one of Europe, America."));
    }

    @Test
    void anEmptyEntryIsFilledInOrRemoved() {
        assertThat(form.problems(Map.of("hosts", Arrays.asList("a", null), "contact", Map.of("email", "a@b.org"))))
                .containsExactly(new FieldProblem("hosts.1", "Fill this in, or remove the entry."));
    }

    @Test
    void submitsDefaultsOfNestedFieldsAndLeavesOutWhatIsNotShown() {
        Map<String, Object> values = Map.of(
                "contact", Map.of("email", "a@b.org", "number", "12"),
                "tables", List.of(Map.of("name", "a")),
                "labels", Map.of("tier", "gold"));

        assertThat(form.submitted(Map.copyOf(values)))
                .isEqualTo(Map.of(
                        "contact", Map.of("email", "a@b.org", "pager", false),
                        "tables", List.of(Map.of("name", "a", "rows", 10L)),
                        "labels", Map.of("tier", "gold")));
    }

    @Test
    void aDefaultIsNotTakenForAnAnswerThatWasClearedAway() {
        Map<String, Object> cleared = new HashMap<>();
        cleared.put("number", null);
        cleared.put("pager", true);

        assertThat(field("contact", Map.of()).children()).isNotEmpty();
        assertThat(form.submitted(Map.of("contact", cleared)).get("contact")).isEqualTo(Map.of("pager", true));
    }

    @Test
    void secretsAreKeptApartFromParameters() {
        Form secret = Templates.form("""
                required: [token]
                properties:
                  token: {type: string, ui:field: Secret}
                  key: {type: string, ui:widget: password}
                  name: {type: string}
                """);
        Map<String, Object> values = Map.of("token", "t", "key", "k", "name", "n");

        Submission submission = secret.submission(Map.copyOf(values));
        assertThat(submission.parameters()).isEqualTo(Map.of("name", "n"));
        assertThat(submission.secrets()).isEqualTo(Map.of("token", "t", "key", "k"));
        assertThat(secret.withPasswords(submission.parameters(), submission.secrets()))
                .isEqualTo(Map.of("name", "n", "key", "k"));
        assertThat(secret.problems(Map.of("name", "n")))
                .containsExactly(new FieldProblem("token", "Please fill this in."));
        assertThat(secret.problems(secret.withSecrets(Map.of("name", "n"), Map.of("token", "t"))))
                .isEmpty();
    }
}
