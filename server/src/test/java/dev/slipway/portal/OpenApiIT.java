package dev.slipway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the description of the API against what it promises, for every operation. */
@SlipwayTest
class OpenApiIT {

    @Autowired
    private Callers callers;

    private JsonNode document;

    private record Operation(String method, String path, JsonNode described) {

        @Override
        public String toString() {
            return method + " " + path + " " + described.path("operationId").asString();
        }

        JsonNode responses() {
            return described.path("responses");
        }
    }

    @BeforeEach
    void read() {
        document = JsonMapper.shared()
                .readTree(callers.anybody().get("/api/v1/openapi.json").body());
    }

    private List<Operation> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(each -> new Operation(each.getKey(), path.getKey(), each.getValue())))
                .toList();
    }

    private List<Operation> without(Predicate<Operation> rule) {
        return operations().stream().filter(rule.negate()).toList();
    }

    @Test
    void saysWhatItIsAndHowToSignIn() {
        assertThat(document.at("/info/title").asString()).isEqualTo("Slipway");
        assertThat(document.at("/info/version").asString()).isEqualTo("1");
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/components/securitySchemes/session/name").asString())
                .isEqualTo("slipway_session");
        assertThat(document.path("security")).hasSize(2);
        assertThat(operations()).hasSizeGreaterThan(80);
    }

    @Test
    void everyOperationHasANameOfItsOwnAndASummary() {
        assertThat(operations())
                .extracting(each -> each.described().path("operationId").asString())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][a-zA-Z0-9]+(_\\d)?"))
                .noneMatch(id -> id.matches("[a-z]+"));
        assertThat(without(each -> each.described().path("summary").asString().contains(": ")))
                .isEmpty();
        assertThat(without(each -> each.path().startsWith("/api/v1/hooks/")
                        || each.described()
                                .path("description")
                                .asString()
                                .matches("(Needs the permission|Open to).*\\.")))
                .isEmpty();
    }

    @Test
    void everyOperationTellsErrorsAsProblemDetails() {
        assertThat(without(each ->
                        each.responses().at("/default/$ref").asString().equals("#/components/responses/Problem")))
                .isEmpty();
        assertThat(document.at("/components/responses/Problem/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/ProblemDetails");
        assertThat(document.at("/components/schemas/ProblemDetails/properties/problems/items/properties/message")
                        .isMissingNode())
                .isFalse();
    }

    @Test
    void everyPostTakesAnIdempotencyKey() {
        assertThat(document.at("/components/parameters/IdempotencyKey/name").asString())
                .isEqualTo("Idempotency-Key");
        assertThat(without(each -> each.method().equals("post")
                        == each.described()
                                .path("parameters")
                                .valueStream()
                                .anyMatch(parameter -> parameter
                                        .path("$ref")
                                        .asString()
                                        .equals("#/components/parameters/IdempotencyKey"))))
                .isEmpty();
    }

    @Test
    void typesOfTheSameNameHaveShapesOfTheirOwn() {
        JsonNode schemas = document.at("/components/schemas");
        assertThat(schemas.at("/PromotionComment/properties").propertyNames()).containsExactly("comment", "over");
        assertThat(schemas.at("/Comment/properties").propertyNames()).contains("author", "markdown");
    }

    @Test
    void everyBodyAndAnswerSaysItsMediaType() {
        assertThat(without(each -> contents(each).noneMatch(type -> type.equals("*/*"))))
                .isEmpty();
    }

    private static Stream<String> contents(Operation operation) {
        Stream<JsonNode> answers = operation.responses().valueStream();
        return Stream.concat(answers, Stream.of(operation.described().path("requestBody")))
                .flatMap(each -> each.path("content").propertyStream())
                .map(Map.Entry::getKey);
    }
}
