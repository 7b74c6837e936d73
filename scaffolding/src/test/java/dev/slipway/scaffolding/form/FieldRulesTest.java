package dev.slipway.scaffolding.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Backstage's own fields ask of their values. */
class FieldRulesTest {

    private static List<String> problems(String field, @Nullable Object value) {
        return Templates.form("properties: {it: {" + field + "}}").problems(Map.of("it", value)).stream()
                .map(FieldProblem::message)
                .toList();
    }

    @Test
    void namesOfEntities() {
        assertThat(problems("type: string, ui:field: EntityNamePicker", "Pricing_API.v2"))
                .isEmpty();
        assertThat(problems("type: string, ui:field: EntityNamePicker", "-a")).hasSize(1);
        assertThat(problems("type: string, ui:field: EntityNamePicker", "a".repeat(64)))
                .hasSize(1);
    }

    @Test
    void giveWayToWhatTheTemplateItselfAsks() {
        String field = "type: string, pattern: '^[a-z-]+$', errorMessage: Small letters., ui:field: EntityNamePicker";

        assertThat(problems(field, "Pricing_")).containsExactly("Small letters.");
        assertThat(problems(field, "-a")).hasSize(1).doesNotContain("Small letters.");
    }

    @Test
    void tags() {
        assertThat(problems("type: array, ui:field: EntityTagsPicker", List.of("c++", "java-25")))
                .isEmpty();
        assertThat(problems("type: array, ui:field: EntityTagsPicker", List.of("Java", "a--b")))
                .hasSize(2);
    }

    @Test
    void branches() {
        assertThat(problems("type: string, ui:field: RepoBranchPicker", "feature/x-1"))
                .isEmpty();
        for (String wrong : List.of("a..b", "a b", "/a", "a/", "a.lock", "a//b", "-x^", "a@{1}")) {
            assertThat(problems("type: string, ui:field: RepoBranchPicker", wrong))
                    .as(wrong)
                    .isNotEmpty();
        }
    }

    @Test
    void repositories() {
        String picker =
                "type: string, ui:field: RepoUrlPicker, ui:options: {allowedHosts: [github.com], allowedOwners: [acme]}";

        assertThat(problems(picker, "github.com?owner=acme&repo=shop")).isEmpty();
        assertThat(problems(picker, "gitlab.com?owner=them&repo=shop"))
                .containsExactly(
                        "\"gitlab.com\" is not allowed here: expected github.com.",
                        "\"them\" is not allowed here: expected acme.");
        assertThat(problems(picker, "github.com?owner=acme")).containsExactly("The repository is missing.");
        assertThat(problems("type: string, ui:field: RepoUrlPicker", "dev.azure.com?organization=o&repo=r"))
                .containsExactly("The project is missing.");
    }

    @Test
    void aRepositoryUrlIsWrittenAsThePickerDoes() {
        RepositoryUrl url = RepositoryUrl.parse("github.com?owner=acme&repo=a%26b");

        assertThat(url.part("repo")).isEqualTo("a&b");
        assertThat(url).hasToString("github.com?owner=acme&repo=a%26b");
    }
}
