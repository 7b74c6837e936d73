package dev.slipway.scaffolder.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.form.Form;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class LockedAnswersTest {

    private final SecretCarrier carrier = new SecretCarrier(new SealedSecrets(), "t", "ada");

    private static Form form(String properties) {
        return new Form(TemplateReader.read("template.yaml", """
                apiVersion: scaffolder.backstage.io/v1beta3
                kind: Template
                metadata: {name: t}
                spec:
                  type: service
                  parameters: {properties: {%s}}
                  steps: [{id: tell, action: debug:log, input: {message: done}}]
                """.formatted(properties)));
    }

    private static MultiValueMap<String, String> request(String query) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        for (String pair : query.split("&")) {
            sent.add(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return sent;
    }

    private MultiValueMap<String, String> carried(FormState state) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        state.form().fields(0, state.withDefaults()).stream()
                .flatMap(field -> HiddenInput.of(field, carrier).stream())
                .forEach(input -> sent.add(input.name(), input.value()));
        return sent;
    }

    /** Each with its default, and how a browser would answer otherwise. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type: string, default: own                                                    | v.it=other
            type: string, ui:widget: textarea, default: own                               | v.it=other
            type: integer, default: 2                                                     | v.it=3
            type: integer, ui:widget: range, default: 2                                   | v.it=3
            type: boolean, default: true                                                  | v.it=false
            type: string, enum: [a, b], default: a                                        | v.it=b
            type: string, enum: [a, b], ui:widget: radio, default: a                      | v.it=b
            type: string, ui:widget: hidden, default: own                                 | v.it=other
            type: string, ui:field: Secret, default: own                                  | v.it=other
            type: array, uniqueItems: true, items: {enum: [a, b]}, default: [a]           | v.it=&v.it=b
            type: array, uniqueItems: true, items: {enum: [a, b]}, ui:widget: select, default: [a] | v.it=&v.it=[\\"a\\"]
            type: array, items: {type: string}, default: [a]                              | n.it=2&v.it.0=b&v.it.1=c
            type: array, ui:field: EntityTagsPicker, default: [a]                         | v.it=b&a.it=c
            type: string, ui:field: EntityPicker, default: 'component:default/a'          | v.it=component:default/b
            type: string, ui:field: RepoUrlPicker, default: 'localhost?owner=a&repo=b'    | r.it.host=localhost&r.it.owner=x&r.it.repo=y
            type: object, properties: {in: {type: string, default: own}}                  | v.it.in=other
            type: object, additionalProperties: {type: string}, default: {a: own}         | k.it=a&e.it=other
            type: object, oneOf: [{properties: {in: {type: string, default: own}}}, {properties: {x: {type: string, default: y}}}] | o.it=1&v.it.x=other
            type: object, properties: {list: {type: array, items: {type: string}, default: [a]}} | n.it.list=1&v.it.list.0=b
            """)
    void countWhateverTheBrowserSends(String schema, String sent) {
        for (String lock :
                List.of("ui:readonly: true", "ui:disabled: true", "ui:options: {readonly: true}", "readOnly: true")) {
            Form form = form("it: {" + schema + ", " + lock + "}");

            FormState state = FormState.of(form, request(sent), carrier);

            assertThat(state.withDefaults()).as(lock).isNotEmpty().isEqualTo(form.completed(Map.of()));
        }
    }

    @ParameterizedTest
    @CsvSource({"add:it", "remove:it.0", "up:it.1", "down:it.0", "remove:in.it.0", "remove:in.it.1"})
    void areNoButtonsToChange(String button) {
        FormState state = FormState.of(
                form(
                        "it: {type: array, items: {type: string}, default: [a, b], ui:readonly: true}, in: {type: object,"
                                + " ui:disabled: true, properties: {it: {type: array, items: {type: string}, default: [a, b]}}}"),
                request("go=" + button),
                carrier);

        assertThat(state.edited(button).withDefaults())
                .isEqualTo(Map.of("it", List.of("a", "b"), "in", Map.of("it", List.of("a", "b"))));
    }

    @Test
    void areCarriedWhereAnEarlierAnswerWasAnother() {
        Form form = form(
                "it: {type: object, properties: {in: {type: integer, default: 1}}, ui:readonly: true}, own: {type: string,"
                        + " default: a, ui:disabled: true}, rows: {type: array, items: {type: string, ui:readonly: true}}");
        Map<String, Object> before = Map.of("it", Map.of("in", 7), "own", "a", "rows", List.of("x", "y"));

        MultiValueMap<String, String> sent = carried(new FormState(form, before, Map.of()));

        assertThat(sent.keySet()).containsExactlyInAnyOrder("s.it", "n.rows", "s.rows.0", "s.rows.1");
        sent.add("v.it.in", "8");
        assertThat(FormState.of(form, sent, carrier).withDefaults()).isEqualTo(before);
        sent.set("s.it", "forged");
        assertThat(FormState.of(form, sent, carrier).withDefaults()).containsEntry("it", Map.of("in", 1L));
    }
}
