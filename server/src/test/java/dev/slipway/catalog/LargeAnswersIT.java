package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.entities.EntityFilter;
import dev.slipway.entities.EntityRef;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.identity.Role;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Entities of megabytes: memory has room for each of them, but not for all at once. */
@CatalogTest
class LargeAnswersIT {

    private static final int ENTITIES = 8;
    private static final String PROSE = "    words of prose\n".repeat(350_000);
    private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

    @Autowired
    private Callers callers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Repositories repositories;

    @Autowired
    private RepositoryAddresses addresses;

    private final String unique = "u" + UUID.randomUUID().toString().substring(0, 7);
    private Caller api;
    private RepositoryRef repository;

    @BeforeEach
    void push() {
        api = callers.tokenOf("large-answers");
        repository = repositories.create(IntStream.range(0, ENTITIES)
                .boxed()
                .collect(Collectors.toMap(i -> "d" + i + "/catalog-info.yaml", this::component)));
        await().until(() -> catalog.count(new EntityQuery(
                        EntityFilter.parse(List.of("spec.system=" + unique)), null, List.of(), List.of(), null, 0, 1))
                == ENTITIES);
    }

    @Test
    void readsOfManyLargeEntitiesWhatIsAskedFor() {
        String path = "/api/catalog/entities?fields=metadata.name&filter=spec.system=" + unique;

        assertThat(names(api.get(path).body())).containsExactlyElementsOf(all());
        assertThat(names(api.get(path + "&order=desc:metadata.name").body()))
                .containsExactlyElementsOf(all().reversed());
        assertThat(names(api.get(path + "&limit=6").body())).hasSize(6);
        assertThat(names(byRefs(all(), "metadata.name").body())).containsExactlyElementsOf(all());
    }

    @Test
    void refusesAnAnswerThatMemoryHasNoRoomFor() {
        assertTooLarge(api.get("/api/catalog/entities?filter=spec.system=" + unique));
        assertTooLarge(byRefs(all(), "metadata,spec"));
        assertTooLarge(
                byRefs(IntStream.range(0, 100).mapToObj(_ -> all().getFirst()).toList(), "metadata"));
    }

    @Test
    void endsAPageWhereThereIsNoMoreRoom() {
        List<String> found = new ArrayList<>();
        String path = "/api/catalog/entities/by-query?limit=100&filter=spec.system=" + unique;
        String next = path;
        while (next != null) {
            String page = api.get(next).body();
            assertThat(page.length()).isLessThan(32 << 20);
            assertThat(page).contains("\"totalItems\":" + ENTITIES);
            found.addAll(names(page));
            Matcher cursor = NEXT.matcher(page);
            next = cursor.find() ? "/api/catalog/entities/by-query?cursor=" + cursor.group(1) : null;
        }

        assertThat(found).containsExactlyElementsOf(all());
    }

    @Test
    void refusesAnAncestryThatMemoryHasNoRoomFor() {
        repositories.create(Map.of(
                "catalog-info.yaml",
                IntStream.range(0, ENTITIES).mapToObj(this::location).collect(Collectors.joining("---\n")),
                "named.yaml",
                "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: " + unique
                        + "}\nspec: {owner: red}\n"));
        String path = "/api/catalog/entities/by-name/system/default/" + unique;
        await().until(() -> api.get(path).statusCode() == 200);

        assertTooLarge(api.get(path + "/ancestry"));
        assertThat(names(api.get("/api/catalog/entities/by-name/component/default/" + all().getFirst() + "/ancestry")
                        .body()))
                .containsExactly(all().getFirst());
    }

    @Test
    void onlyNamesLargeEntitiesAmongThoseOfWhichManyMayBeInMemory() {
        repositories.create(Map.of(
                "catalog-info.yaml",
                "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: " + unique
                        + "}\nspec: {owner: red}\n"));
        EntityRef small = EntityRef.parse("system:" + unique, "");
        EntityRef large = EntityRef.parse("component:" + all().getFirst(), "");
        await().until(() -> catalog.find(small).isPresent());

        Catalog.Small found = catalog.findSmall(List.of(small, large, EntityRef.parse("system:gone-" + unique, "")));

        assertThat(found.entities()).extracting(CatalogEntity::ref).containsExactly(small);
        assertThat(found.large()).containsExactly(large);
    }

    @Test
    void answersManyWhoAskForLargeEntitiesAtOnce() throws Exception {
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                String path = "/api/catalog/entities/by-name/component/default/" + unique + "-" + i % ENTITIES;
                answers.add(threads.submit(() -> {
                    HttpResponse<String> answer = api.get(path);
                    assertThat(names(answer.body())).hasSize(1);
                    return answer.statusCode();
                }));
            }
        }

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
    }

    @Test
    void refusesToLookAtFilesThatMemoryHasNoRoomFor() {
        HttpResponse<String> answer = callers.tokenOf("large-analysis", Role.TEAM_LEAD)
                .post(
                        "/api/catalog/analyze-location",
                        "{\"location\": {\"target\": \"" + addresses.page(repository) + "\"}}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("larger than 32 MiB together");
    }

    private String location(int number) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Location
                metadata:
                  name: %s-%d
                  description: |
                %s
                spec: {target: ./named.yaml}
                """.formatted(unique, number, PROSE);
    }

    private HttpResponse<String> byRefs(List<String> names, String fields) {
        String refs = names.stream().map(name -> "\"component:" + name + "\"").collect(Collectors.joining(","));
        String paths = List.of(fields.split(",")).stream()
                .map(path -> "\"" + path + "\"")
                .collect(Collectors.joining(","));
        return api.post("/api/catalog/entities/by-refs", "{\"entityRefs\":[" + refs + "],\"fields\":[" + paths + "]}");
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("by-query");
    }

    private static List<String> names(String json) {
        return NAME.matcher(json).results().map(found -> found.group(1)).toList();
    }

    private List<String> all() {
        return IntStream.range(0, ENTITIES).mapToObj(i -> unique + "-" + i).toList();
    }

    private String component(int number) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %s-%d
                  description: |
                %s
                spec: {type: service, lifecycle: production, owner: red, system: %s}
                """.formatted(unique, number, PROSE, unique);
    }
}
