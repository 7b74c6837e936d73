package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.entities.EntityRef;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Many look up by name at the same time, over REST, while the database keeps them waiting. */
@CatalogTest
class LookupsTogetherIT {

    private static final int KNOWN = 12;

    @Autowired
    private Callers callers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Repositories repositories;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionOperations transactions;

    private final String unique = "together-" + UUID.randomUUID().toString().substring(0, 7);

    @BeforeEach
    void push() {
        repositories.create(Map.of(
                "catalog-info.yaml",
                IntStream.range(0, KNOWN).mapToObj(this::component).collect(Collectors.joining("---\n"))));
        await().until(() ->
                catalog.find(EntityRef.parse("component:" + unique + "-0", "")).isPresent());
    }

    @Test
    void eachIsAnsweredWhatHeAskedFor() throws Exception {
        Caller api = callers.tokenOf("together");
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transactions.executeWithoutResult(status -> {
                database.sql("lock table catalog_entities in access exclusive mode")
                        .update();
                for (int i = 0; i <= KNOWN; i++) {
                    String path = "/api/catalog/entities/by-name/component/default/" + unique + "-" + i;
                    answers.add(threads.submit(() -> api.get(path)));
                }
                await().until(() -> database.sql("select count(*) from pg_locks where not granted")
                                .query(Integer.class)
                                .single()
                        >= 2);
            });
        }

        for (int i = 0; i < KNOWN; i++) {
            assertThat(answers.get(i).get().body()).contains("\"name\":\"" + unique + "-" + i + "\"");
        }
        assertThat(answers.get(KNOWN).get().statusCode()).isEqualTo(404);
        assertThat(answers.get(KNOWN).get().body()).contains(unique + "-" + KNOWN);
    }

    private String component(int number) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %s-%d}
                spec: {type: service, lifecycle: production, owner: group-of-nobody}
                """.formatted(unique, number);
    }
}
