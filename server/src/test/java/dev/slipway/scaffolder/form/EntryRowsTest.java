package dev.slipway.scaffolder.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class EntryRowsTest {

    private final Form form = new Form(TemplateReader.read("template.yaml", """
            apiVersion: scaffolder.backstage.io/v1beta3
            kind: Template
            metadata: {name: t}
            spec:
              type: service
              parameters:
                properties:
                  labels: {type: object, default: {tier: 1}}
                  service: {type: object, properties: {name: {type: string}}, additionalProperties: {type: string}}
              steps: [{action: debug:log}]
            """));

    private FormState sent(String... namesAndValues) {
        LinkedMultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sent.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return FormState.of(form, sent, new SecretCarrier(new SealedSecrets(), "t", "ada"));
    }

    @Test
    void areReadInTheirOrderAndEmptyOnesAreNone() {
        FormState state = sent(
                "k.labels",
                "tier",
                "e.labels",
                "1",
                "k.labels",
                "a.b/c",
                "e.labels",
                "yes",
                "k.labels",
                "",
                "e.labels",
                "");

        assertThat(state.values()).isEqualTo(Map.of("labels", Map.of("tier", 1L, "a.b/c", "yes")));
    }

    @Test
    void standBesideTheFieldsOfTheirObject() {
        FormState state = sent("v.service.name", "shop", "k.service", "tier", "e.service", "gold");

        assertThat(state.values().get("service")).isEqualTo(Map.of("name", "shop", "tier", "gold"));
    }

    @Test
    void goWithTheButtonOfTheirRow() {
        FormState state =
                sent("go", "drop:labels.0", "k.labels", "tier", "e.labels", "1", "k.labels", "other", "e.labels", "2");

        assertThat(state.values()).isEqualTo(Map.of("labels", Map.of("other", "2")));
        assertThat(state.edited("drop:labels.0").values().get("labels")).isEqualTo(Map.of("other", "2"));
    }

    @Test
    void areNoneWhenTheLastOneGoes() {
        FormState state = sent("go", "drop:labels.0", "k.labels", "tier", "e.labels", "1");

        assertThat(state.withDefaults().get("labels")).isNull();
    }

    @Test
    void areCarriedByPagesThatDoNotShowThem() {
        FormState state =
                sent("v.service.name", "shop", "k.service", "tier", "e.service", "gold", "v.labels", "{\"n\":2}");
        List<String> again = new ArrayList<>();
        state.form()
                .fields(0, state.values())
                .forEach(field -> HiddenInput.of(field, new SecretCarrier(new SealedSecrets(), "t", "ada"))
                        .forEach(input -> again.addAll(List.of(input.name(), input.value()))));

        assertThat(sent(again.toArray(String[]::new)).values()).isEqualTo(state.values());
    }
}
