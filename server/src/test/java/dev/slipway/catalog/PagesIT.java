package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.entities.EntityFilter;
import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who goes through the pages of a query meets every entity once that stays, whatever comes and goes meanwhile. */
@CatalogTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

    private static final String UNIQUE = "u" + UUID.randomUUID().toString().substring(0, 7);
    private static final int STAYING = 500;
    private static final String BY_QUERY = "/api/catalog/entities/by-query";

    @Autowired
    private Catalog catalog;

    @Autowired
    private Callers callers;

    @Autowired
    private Repositories repositories;

    private Caller api;
    private RepositoryRef repository;
    private int turn;

    @BeforeAll
    void push() {
        api = callers.tokenOf("ren");
        repository = repositories.create(Map.of(
                "catalog-info.yaml",
                IntStream.range(0, STAYING).mapToObj(PagesIT::staying).collect(Collectors.joining())));
        comeAndGo();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&order=desc:metadata.name", "&order=asc:metadata.title&order=asc:kind"})
    void followsTheLinksOfAList(String order) {
        String question =
                "/api/catalog/entities?fields=metadata.name&filter=kind=component,metadata.tags=" + UNIQUE + order;
        String all = api.get(question).body();
        List<String> parts = new ArrayList<>();
        String next = question + "&limit=150";
        while (next != null) {
            HttpResponse<String> answer = api.get(next);
            parts.add(answer.body().substring(1, answer.body().length() - 1));
            next = answer.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse(null);
        }

        assertThat("[" + String.join(",", parts) + "]").isEqualTo(all);
        assertThat(parts).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter=metadata.tags=U",
                "filter=metadata.tags=U&orderField=metadata.name,desc",
                "filter=metadata.tags=U&orderField=metadata.title",
                "filter=metadata.tags=U&orderField=metadata.title,desc&orderField=spec.odd.number",
                "filter=metadata.tags=U&orderField=spec.lifecycle,desc&orderField=spec.nothing&orderField=kind",
                "fullTextFilterTerm=word U",
                "filter=metadata.tags=U&fullTextFilterTerm=U&fullTextFilterFields=metadata.name,metadata.title"
            })
    void meetsEveryEntityOnceWhileOthersComeAndGo(String query) {
        String question = query.replace("U", UNIQUE).replace(" ", "%20");
        List<String> inOrder = staying(names(page(question + "&limit=10000")));
        List<String> forwards = new ArrayList<>();
        JsonNode page = page(question + "&limit=90");
        forwards.addAll(names(page));
        while (page.path("pageInfo").has("nextCursor")) {
            comeAndGo();
            page = page("cursor=" + page.path("pageInfo").path("nextCursor").asString());
            forwards.addAll(names(page));
            assertThat(page.path("totalItems").asInt()).isEqualTo(STAYING + 50);
        }
        List<String> backwards = new ArrayList<>(names(page).reversed());
        while (page.path("pageInfo").has("prevCursor")) {
            comeAndGo();
            page = page("cursor=" + page.path("pageInfo").path("prevCursor").asString());
            backwards.addAll(names(page).reversed());
        }

        assertThat(inOrder).hasSize(STAYING);
        assertThat(staying(forwards)).isEqualTo(inOrder);
        assertThat(staying(backwards)).isEqualTo(inOrder.reversed());
        assertThat(forwards).doesNotHaveDuplicates();
    }

    @Test
    void goesBackToWhatCameBeforeAndOnFromThere() {
        JsonNode first = page("filter=metadata.tags=" + UNIQUE + "&limit=3&orderField=metadata.name");
        JsonNode second =
                page("cursor=" + first.path("pageInfo").path("nextCursor").asString());
        JsonNode back =
                page("cursor=" + second.path("pageInfo").path("prevCursor").asString());

        assertThat(names(back)).isEqualTo(names(first));
        assertThat(back.path("pageInfo").has("prevCursor")).isFalse();
        assertThat(names(page(
                        "cursor=" + back.path("pageInfo").path("nextCursor").asString())))
                .isEqualTo(names(second));
    }

    @Test
    void goesOnForgivingWhenWhatWasTypedComesToBe() {
        String own = UNIQUE.replace('u', 'v');
        RepositoryRef quays = repositories.create(Map.of(
                "catalog-info.yaml",
                IntStream.range(0, 6)
                        .mapToObj(i -> entity(i + "-quayside", 1).replace(UNIQUE, own))
                        .collect(Collectors.joining())));
        EntityRef last = EntityRef.parse("component:5-quayside-" + own, "");
        await().until(() -> catalog.find(last).isPresent());
        JsonNode first = page("limit=3&fullTextFilterTerm=quaysdie-" + own);

        repositories.push(
                quays, Map.of("other/catalog-info.yaml", entity("quaysdie", 1).replace(UNIQUE, own)));
        EntityRef typed = EntityRef.parse("component:quaysdie-" + own, "");
        await().until(() -> catalog.find(typed).isPresent());
        JsonNode second =
                page("cursor=" + first.path("pageInfo").path("nextCursor").asString());
        JsonNode back =
                page("cursor=" + second.path("pageInfo").path("prevCursor").asString());

        assertThat(names(first)).hasSize(3).allMatch(name -> name.contains("quayside"));
        assertThat(names(second)).hasSize(3).allMatch(name -> name.contains("quayside"));
        assertThat(names(second)).doesNotContainAnyElementsOf(names(first));
        assertThat(second.path("totalItems").asInt()).isEqualTo(7);
        assertThat(names(back)).contains(names(first).getLast());
    }

    @Test
    void endsWhereTheRestIsGone() {
        Position behindAll = new Position(List.of(), "z", false, false);
        Position beforeAll = new Position(List.of(), "", true, false);

        EntityPage last = catalog.page(query(behindAll));
        EntityPage first = catalog.page(query(beforeAll));

        assertThat(last).isEqualTo(new EntityPage(List.of(), Position.end(true), null));
        assertThat(first).isEqualTo(new EntityPage(List.of(), null, Position.end(false)));
        assertThat(catalog.page(query(Position.end(true)))
                        .entities()
                        .getLast()
                        .ref()
                        .name())
                .startsWith("z-");
    }

    private static EntityQuery query(Position from) {
        return new EntityQuery(
                EntityFilter.parse(List.of("kind=component,metadata.tags=" + UNIQUE)),
                null,
                List.of(),
                List.of(),
                from,
                0,
                5);
    }

    @Test
    void refusesCursorsThatItDidNotGive() {
        String given = page("filter=metadata.tags=" + UNIQUE + "&limit=3")
                .path("pageInfo")
                .path("nextCursor")
                .asString();
        String text = new String(Base64.getUrlDecoder().decode(given), StandardCharsets.UTF_8);

        assertRefused(text.replace("\"limit\":3", "\"limit\":4"));
        assertRefused(text.replace("\"ref\":\"", "\"ref\":\"a"));
        assertRefused(text.replaceFirst("\\{", "{\"offset\":3,"));
        assertRefused(
                "{\"filter\":[],\"orderField\":[],\"termFields\":[],\"uncounted\":false,\"offset\":20,\"limit\":20}");
        assertRefused("{\"orderFields\":[],\"orderFieldValues\":[],\"isPrevious\":false}");
        assertRefused("{\"from\":{\"values\":[\"\\u0000\"],\"ref\":\"\\u0000\",\"backwards\":true}}");
    }

    private void assertRefused(String cursor) {
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
        var answer = api.get(BY_QUERY + "?cursor=" + encoded);

        assertThat(answer.statusCode()).as(cursor).isEqualTo(400);
        assertThat(answer.body()).contains("This is not a cursor of the catalog, or one of an earlier version.");
    }

    /** Fifty others, at the beginning, in between and at the end of every order, take the place of those before. */
    private void comeAndGo() {
        turn++;
        repositories.push(
                repository,
                Map.of(
                        "other/catalog-info.yaml",
                        IntStream.range(0, 50)
                                .mapToObj(i -> entity(
                                        (i % 2 == 0 ? "a" : i % 3 == 0 ? "stay-" + i * 9 : "z") + "-" + turn + "-" + i,
                                        turn + i))
                                .collect(Collectors.joining())));
        String last = "component:default/a-" + turn + "-48-" + UNIQUE;
        await().until(() -> catalog.find(EntityRef.parse(last, "")).isPresent());
    }

    private JsonNode page(String question) {
        return new JsonMapper().readTree(api.get(BY_QUERY + "?" + question).body());
    }

    private static List<String> names(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("metadata").path("name").asString())
                .toList();
    }

    private static List<String> staying(List<String> names) {
        return names.stream()
                .filter(name -> name.matches("stay-[0-9]{3}-" + UNIQUE))
                .toList();
    }

    private static String staying(int number) {
        return entity("stay-%03d".formatted(number), number);
    }

    private static String entity(String name, int number) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %s-%s, tags: [%s]%s, description: "%s"}
                spec: {type: x, lifecycle: %s, owner: red, odd: {number: '%s'}}
                ---
                """.formatted(
                        name,
                        UNIQUE,
                        UNIQUE,
                        number % 3 == 0 ? "" : ", title: Title stay " + number % 7,
                        "word ".repeat(1 + number % 5),
                        number % 2 == 0 ? "production" : "old",
                        number % 11);
    }
}
