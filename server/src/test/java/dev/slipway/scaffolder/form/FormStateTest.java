package dev.slipway.scaffolder.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.goldenpaths.GoldenPaths;
import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class FormStateTest {

    private final Form form = new Form(TemplateReader.read(
            "template.yaml",
            GoldenPaths.all().get("java-service").text("template.yaml").orElseThrow()));

    private FormState sent(String... namesAndValues) {
        LinkedMultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sent.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return FormState.of(form, sent, new SecretCarrier(new SealedSecrets(), "t", "ada"));
    }

    @Test
    void readsValuesWithTheTypesOfTheirFields() {
        FormState state = sent("v.name", "a-b", "v.production", "false", "v.production", "true", "v.replicas", "4");

        assertThat(state.values()).containsEntry("production", true).containsEntry("replicas", 4L);
    }

    @Test
    void takesAnUncheckedSwitchForNo() {
        FormState state = sent("v.name", "a-b", "v.production", "false", "v.replicas", "4");

        assertThat(state.values()).containsEntry("production", false).doesNotContainKey("replicas");
    }

    @Test
    void goesToTheFirstPageWithAProblem() {
        FormState state = sent("v.name", "a-b", "v.team", "red", "v.production", "true", "v.replicas", "1");

        assertThat(state.pageOf(List.of(new FieldProblem("replicas", "")))).isEqualTo(1);
        assertThat(state.pageOf(List.of(new FieldProblem("replicas", ""), new FieldProblem("name", ""))))
                .isZero();
    }
}
