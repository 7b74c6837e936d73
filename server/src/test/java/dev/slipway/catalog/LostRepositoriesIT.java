package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.catalog.discovery.CatalogDiscovery;
import dev.slipway.catalog.store.FindingReads;
import dev.slipway.catalog.store.SourceRows;
import dev.slipway.entities.EntityRef;
import dev.slipway.git.GitHost;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Repositories that are damaged, their main leading to a commit that is not there, or deleted. */
@CatalogTest
@ExtendWith(OutputCaptureExtension.class)
class LostRepositoriesIT {

    private static final CommitId NOWHERE = new CommitId("0123456789012345678901234567890123456789");

    @Autowired
    private Catalog catalog;

    @Autowired
    private Repositories repositories;

    @Autowired
    private RepositoryAddresses addresses;

    @Autowired
    private FindingReads findings;

    @Autowired
    private GitHost host;

    @Autowired
    private JdbcClient database;

    @Autowired
    private SourceRows sources;

    @Autowired
    private Wakeups wakeups;

    @Autowired
    private Callers callers;

    @Value("${slipway.data}")
    private Path data;

    private final String unique = "u" + UUID.randomUUID().toString().substring(0, 7);

    @Test
    void keepsTheEntitiesOfADamagedOneSaysWhyAndReadsTheOthers() throws IOException {
        Caller rosa = callers.browserOf("rosa");
        RepositoryRef repository = repositories.create(Map.of("catalog-info.yaml", api("kept", "openapi: 3.1.0")));
        CommitId head = repositories.push(repository, Map.of("README.md", "Nothing."));
        await().until(() -> catalog.find(ref("kept")).isPresent());

        leadMain(repository, NOWHERE);

        await().untilAsserted(() -> assertThat(rosa.get("/catalog/health").body())
                .contains("Repositories that cannot be read", repository.toString(), "Its Git data cannot be read."));
        assertThat(catalog.find(ref("kept"))).isPresent();
        JsonNode finding = read(callers.tokenOf("rosa").get("/api/v1/catalog/health/unreadable"))
                .path("findings")
                .path(0);
        assertThat(finding.path("repository").asString()).isEqualTo(repository.toString());
        assertThat(finding.path("since").asString()).isNotEmpty();
        repositories.create(Map.of("catalog-info.yaml", api("other", "openapi: 3.1.0")));
        await().until(() -> catalog.find(ref("other")).isPresent());

        leadMain(repository, head);

        await().untilAsserted(() ->
                assertThat(rosa.get("/catalog/health").body()).doesNotContain("Repositories that cannot be read"));
        assertThat(catalog.find(ref("kept"))).isPresent();
    }

    @Test
    void tellsThoseThatIncludeFilesOfADamagedOneOnceItCanBeRead() throws IOException {
        RepositoryRef included = repositories.create(Map.of("text.txt", "first"));
        CommitId second = repositories.push(included, Map.of("text.txt", "second"));
        repositories.push(included, Map.of("text.txt", "first"));
        String file = addresses.page(included) + "/files/text.txt";
        RepositoryRef other =
                repositories.create(Map.of("catalog-info.yaml", api("includes", "{$text: \"" + file + "\"}")));
        await().untilAsserted(() -> assertThat(definition("includes")).contains("\"first\""));
        Path tree = tree(included, second);
        Path aside = tree.resolveSibling("aside");
        Files.move(tree, aside);

        leadMain(included, second);

        await().untilAsserted(() -> assertThat(problems(other))
                .containsExactly("$text cannot be resolved: " + included + " cannot be read now."));
        assertThat(unreadable()).containsExactly(included.toString());
        assertThat(definition("includes")).contains("\"first\"");

        Files.move(aside, tree);
        look(included);

        await().untilAsserted(() -> assertThat(definition("includes")).contains("\"second\""));
        await().untilAsserted(() -> assertThat(unreadable()).isEmpty());
    }

    @Test
    void readsAllOfOneWhoseLastCommitIsNoMore(CapturedOutput output) {
        RepositoryRef repository =
                repositories.create(Map.of("catalog-info.yaml", api("moved", "first"), "text.txt", "first"));
        String file = addresses.page(repository) + "/files/text.txt";
        repositories.create(Map.of("catalog-info.yaml", api("includes", "{$text: \"" + file + "\"}")));
        await().untilAsserted(() -> assertThat(definition("includes")).contains("\"first\""));
        database.sql("update git_cursors set commit_id = ? where consumer = 'catalog' and repository = ?")
                .params(NOWHERE.value(), repository.toString())
                .update();

        repositories.push(repository, Map.of("catalog-info.yaml", api("moved", "second"), "text.txt", "second"));

        await().untilAsserted(() -> assertThat(definition("moved")).contains("\"second\""));
        await().untilAsserted(() -> assertThat(definition("includes")).contains("\"second\""));
        assertThat(output).doesNotContain("cannot read " + repository);
    }

    @Test
    void removesTheEntitiesOfADeletedOneAndTellsThoseThatIncludeItsFiles() {
        RepositoryRef deleted =
                repositories.create(Map.of("catalog-info.yaml", api("deleted", "openapi: 3.1.0"), "text.txt", "first"));
        String file = addresses.page(deleted) + "/files/text.txt";
        RepositoryRef other =
                repositories.create(Map.of("catalog-info.yaml", api("includes", "{$text: \"" + file + "\"}")));
        await().untilAsserted(() -> assertThat(definition("includes")).contains("\"first\""));
        await().until(() -> catalog.find(ref("deleted")).isPresent());

        host.delete(deleted, new Actor.Person("rosa"));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> catalog.find(ref("deleted")).isEmpty());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(findings.problems(0, 1000))
                        .anySatisfy(found -> assertThat(found.repository() + " " + found.message())
                                .startsWith(other + " $text cannot be resolved:")));
    }

    /** As if somebody had damaged the repository, or put it back: no push tells of it. */
    private void leadMain(RepositoryRef repository, CommitId commit) throws IOException {
        Files.writeString(directory(repository).resolve("refs/heads/main"), commit.value() + "\n");
        look(repository);
    }

    private void look(RepositoryRef repository) {
        sources.due(List.of(repository.toString()));
        wakeups.wake(CatalogDiscovery.NAME);
    }

    /** Where Git keeps the root directory of a commit. */
    private Path tree(RepositoryRef repository, CommitId commit) throws IOException {
        try (Repository git = new FileRepositoryBuilder()
                        .setGitDir(directory(repository).toFile())
                        .build();
                RevWalk walk = new RevWalk(git)) {
            String tree = walk.parseCommit(ObjectId.fromString(commit.value()))
                    .getTree()
                    .name();
            return directory(repository)
                    .resolve("objects")
                    .resolve(tree.substring(0, 2))
                    .resolve(tree.substring(2));
        }
    }

    private Path directory(RepositoryRef repository) {
        return data.resolve("repositories").resolve(repository + ".git");
    }

    private List<String> problems(RepositoryRef repository) {
        return findings.problems(0, 1000).stream()
                .filter(found -> found.repository().equals(repository.toString()))
                .map(FindingReads.Found::message)
                .toList();
    }

    private List<String> unreadable() {
        return findings.unreadable(0, 1000).stream()
                .map(FindingReads.Unreadable::repository)
                .toList();
    }

    private String definition(String name) {
        return catalog.find(ref(name)).map(CatalogEntity::declared).orElse("none");
    }

    private EntityRef ref(String name) {
        return new EntityRef("api", "default", name + "-" + unique);
    }

    private String api(String name, String definition) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata: {name: %s-%s}
                spec:
                  type: openapi
                  lifecycle: production
                  owner: red
                  definition: %s
                """.formatted(name, unique, definition.startsWith("{") ? definition : "\"" + definition + "\"");
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
