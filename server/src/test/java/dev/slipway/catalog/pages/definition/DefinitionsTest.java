package dev.slipway.catalog.pages.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.catalog.pages.definition.ApiOutline.Field;
import dev.slipway.catalog.pages.definition.ApiOutline.Item;
import dev.slipway.catalog.pages.definition.ApiOutline.Section;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionsTest {

    @Test
    void readsOperationsByTagWithParametersBodiesAndSchemas() {
        ApiOutline outline = read("openapi", """
                openapi: 3.1.0
                info: {title: Berths, version: "2"}
                tags: [{name: berths, description: Where ships lie}]
                paths:
                  /berths/{id}:
                    parameters: [{$ref: '#/components/parameters/id'}]
                    put:
                      tags: [berths]
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Berth'}}}}
                      responses: {"200": {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Berth'}}}}}}
                components:
                  parameters: {id: {name: id, in: path, required: true, schema: {type: string, maxLength: 9}}}
                  schemas:
                    Thing: {type: object, required: [id], properties: {id: {type: string, format: uuid}}}
                    Berth: {allOf: [{$ref: '#/components/schemas/Thing'}, {type: object, properties: {ship: {type: object, properties: {name: {type: string}}}}}]}
                """);

        assertThat(outline.sections()).extracting(Section::title).containsExactly("berths", "Schemas");
        Item put = item(outline, "/berths/{id}");
        assertThat(put.parts())
                .extracting(ApiOutline.Part::title)
                .containsExactly("Parameters", "Request", "Response 200");
        assertThat(put.parts().getFirst().fields().getFirst().text()).isEqualTo("in path · at most characters: 9");
        assertThat(put.parts().getLast().fields().getFirst().type())
                .isEqualTo(new ApiOutline.TypeName("Berth[]", "schema-Berth"));
        assertThat(fields(item(outline, "Berth"))).extracting(Field::name).containsExactly("id", "ship", "name");
    }

    @Test
    void readsSchemasThatReferToThemselves() {
        ApiOutline outline = read("openapi", """
                openapi: 3.0.0
                paths: {}
                components:
                  schemas:
                    Node: &node {type: object, properties: {next: {$ref: '#/components/schemas/Node'}, all: {allOf: [{$ref: '#/components/schemas/Node'}]}}}
                """);

        assertThat(fields(item(outline, "Node"))).extracting(Field::name).startsWith("next", "all");
    }

    @Test
    void readsChannelsOfBothVersions() {
        ApiOutline two = read("asyncapi", """
                asyncapi: 2.6.0
                servers: {main: {url: "kafka:9092", protocol: kafka}}
                channels:
                  orders/created:
                    subscribe: {summary: New ones, message: {$ref: '#/components/messages/Created'}}
                components: {messages: {Created: {payload: {type: object, properties: {id: {type: string}}}}}}
                """);
        ApiOutline three = read("asyncapi", """
                asyncapi: 3.0.0
                channels: {created: {address: orders.created, messages: {it: {payload: {type: string}}}}}
                operations: {take: {action: receive, channel: {$ref: '#/channels/created'}}}
                """);

        assertThat(two.servers()).containsExactly("kafka:9092 (main, kafka)");
        assertThat(item(two, "orders/created").badge()).isEqualTo("SUBSCRIBE");
        assertThat(fields(item(two, "orders/created"))).extracting(Field::name).containsExactly("payload", "id");
        assertThat(item(three, "orders.created").badge()).isEqualTo("RECEIVE");
        assertThat(three.sections()).hasSize(1);
    }

    @Test
    void readsQueriesAndTypesOfAGraphQlSchema() {
        ApiOutline outline = read("graphql", """
                schema { query: Root }
                # of no interest
                type Root @auth(role: "x", of: [A, {b: 1}]) {
                  "One product" product(id: ID!, like: Filter = {name: "a", n: [1, 2]}): Product!
                }
                ""\"
                What one buys
                ""\"
                type Product implements Node & Priced { name: String @deprecated(reason: "old") }
                union Found = | Product | Root
                enum Size { SMALL LARGE }
                input Filter { name: String = "a,b" }
                extend type Root { all: [Product!]! }
                directive @auth(role: String) repeatable on OBJECT | FIELD_DEFINITION
                """);

        assertThat(outline.sections())
                .extracting(Section::title)
                .containsExactly("Queries", "Types", "Unions", "Enums", "Inputs", "Directives");
        assertThat(item(outline, "product").summary()).isEqualTo("One product");
        assertThat(fields(item(outline, "product")).getLast().text()).contains("{name: \"a\", n: [1, 2]}");
        assertThat(fields(item(outline, "all")).getFirst().type())
                .isEqualTo(new ApiOutline.TypeName("[Product!]!", "type-Product"));
        assertThat(fields(item(outline, "Product")).getFirst().deprecated()).isTrue();
        assertThat(item(outline, "Product").description()).isEqualTo("What one buys");
    }

    @Test
    void readsServicesAndMessagesOfProtocolBuffers() {
        ApiOutline outline = read("grpc", """
                syntax = "proto3";
                package acme.v1;
                option (x) = { a: "}" };
                // Answers.
                service Stock {
                  /* Follows. */
                  rpc Watch(acme.v1.Level.Key) returns (stream Level) { option (http) = { get: "/x" }; }
                }
                message Level {
                  map<string, Kind> kinds = 1 [deprecated = true, (y) = {z: 1}];
                  oneof by { int32 a = 2; }
                  message Key { repeated string names = 1; }
                  enum Kind { NONE = 0; }
                  reserved 6, 7 to 9;
                }
                """);

        Item watch = item(outline, "Watch");
        assertThat(watch.badge()).isEqualTo("STREAM");
        assertThat(watch.summary()).isEqualTo("Follows.");
        assertThat(fields(watch)).extracting(field -> field.type().target()).containsExactly("message-Level.Key");
        assertThat(fields(item(outline, "Level")).getFirst())
                .isEqualTo(new Field(
                        0,
                        "kinds",
                        new ApiOutline.TypeName("map<string, Kind>", "message-Level.Kind"),
                        false,
                        true,
                        "= 1"));
        assertThat(item(outline, "Level.Kind").parts().getFirst().title()).isEqualTo("Values");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openapi  | 'openapi: 3.0.0\\npaths: [' | 2
            openapi  | 'hello: world'               | 0
            asyncapi | 'asyncapi: ['                | 1
            graphql  | 'type Query {\\n  a:\\n'     | 3
            graphql  | '\\n\\nquery { a }'          | 3
            graphql  | ''                           | 1
            grpc     | 'service S {\\n  rpc (A)'    | 2
            grpc     | 'message M {\\n  option x'   | 2
            grpc     | 'message M {\\n  string a = 1'| 2
            grpc     | 'openapi: 3'                 | 1
            """)
    void saysInWhichLineItCannotBeRead(String type, String text, int line) {
        String written = text == null ? "" : text.replace("\\n", "\n");

        assertThatExceptionOfType(UnreadableDefinition.class)
                .isThrownBy(() -> Definitions.outline(type, written))
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(line));
    }

    @Test
    void knowsNothingOfOtherLanguages() {
        assertThat(Definitions.outline("trpc", "export const x = 1")).isEmpty();
    }

    @Test
    void showsWhatIsReferredToOftenAsLongAsThereIsRoom() {
        ApiOutline outline = read("openapi", """
                openapi: 3.0.0
                paths:
                %s
                x-path: {get: {responses: {%s}}}
                x-response: {description: fine, content: {json: {schema: {allOf: [{$ref: '#/x-fields'}]}}}}
                x-fields: {properties: {%s}}
                """.formatted(
                        many(500, "  /p%d: {$ref: '#/x-path'}", "\n"),
                        many(500, "r%d: {$ref: '#/x-response'}", ", "),
                        many(200, "f%d: {type: string}", ", ")));

        assertThat(rows(outline)).isBetween(1_000L, 20_000L);
        assertThat(outline.complete()).isFalse();
    }

    @Test
    void showsNoTextOverAndOver() {
        ApiOutline outline = read("asyncapi", """
                asyncapi: 3.0.0
                x-text: &text %s
                servers: {%s}
                channels: {one: {messages: {%s}}}
                """.formatted(
                        "long".repeat(100_000),
                        many(50, "s%d: {host: *text}", ", "),
                        many(50, "m%d: {summary: *text, payload: {type: string}}", ", ")));

        assertThat(outline.servers()).hasSizeLessThan(20);
        assertThat(outline.complete()).isFalse();
    }

    private static String many(int count, String template, String separator) {
        return IntStream.range(0, count).mapToObj(template::formatted).collect(Collectors.joining(separator));
    }

    private static long rows(ApiOutline outline) {
        return outline.sections().stream()
                .flatMap(section -> section.items().stream())
                .flatMap(item -> item.parts().stream())
                .mapToLong(part -> 1 + part.fields().size())
                .sum();
    }

    private static ApiOutline read(String type, String text) {
        return Definitions.outline(type, text).orElseThrow();
    }

    private static Item item(ApiOutline outline, String name) {
        return outline.sections().stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Field> fields(Item item) {
        return item.parts().getFirst().fields();
    }
}
