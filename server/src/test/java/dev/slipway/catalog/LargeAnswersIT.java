package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.entities.EntityFilter;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
    private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

    @Autowired
    private Callers callers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Repositories repositories;

    private final String unique = "u" + UUID.randomUUID().toString().substring(0, 7);
    private Caller api;

    @BeforeEach
    void push() {
        api = callers.tokenOf("large-answers");
        repositories.create(IntStream.range(0, ENTITIES)
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
                """.formatted(unique, number, "    words of prose\n".repeat(350_000), unique);
    }
}
