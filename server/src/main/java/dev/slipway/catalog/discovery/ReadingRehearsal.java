package dev.slipway.catalog.discovery;

import dev.slipway.catalog.Catalog;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.entities.EntityRef;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Rehearsal;
import dev.slipway.kernel.RepositoryRef;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Has a made-up file of entities found and read: the reading of a company's catalog is the longest work of a first hour. */
@Component
class ReadingRehearsal implements Rehearsal {

    private static final RepositoryRef REPOSITORY = new RepositoryRef("rehearsal", "catalog");
    private static final Actor ACTOR = Actor.system("rehearsal");
    private static final int ENTITIES = 2000;
    private static final int SHADES = 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final GitHost host;
    private final GitContent git;
    private final Catalog catalog;

    ReadingRehearsal(GitHost host, GitContent git, Catalog catalog) {
        this.host = host;
        this.git = git;
        this.catalog = catalog;
    }

    @Override
    public void rehearse() throws InterruptedException {
        host.create(REPOSITORY, "", ACTOR);
        try {
            push();
            awaitTheLast();
        } finally {
            host.delete(REPOSITORY, ACTOR);
        }
    }

    private void push() {
        String text =
                IntStream.range(0, ENTITIES).mapToObj(ReadingRehearsal::entity).collect(Collectors.joining("---\n"));
        NewCommit commit = new NewCommit(
                List.of(new FileChange.Put("catalog-info.yaml", FileContent.text(text))),
                "Rehearse\n",
                new Commit.Person("Rehearsal", "rehearsal@example.org"));
        CommitId head = git.resolve(REPOSITORY, "refs/heads/main").orElse(null);
        git.push(REPOSITORY, new BranchUpdate("main", head, head, List.of(commit)));
    }

    private void awaitTheLast() throws InterruptedException {
        EntityRef last = EntityRef.parse("component:rehearsal/component-" + (ENTITIES - 1), "");
        long end = System.nanoTime() + LONGEST.toNanos();
        while (catalog.find(last).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(last + " was not read within " + LONGEST.toSeconds() + " s.");
            }
            Thread.sleep(PAUSE);
        }
    }

    private static String entity(int number) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: component-%1$d
                  namespace: rehearsal
                  title: Component %1$d
                  description: One of those that only this start of the server knows
                  labels: {tier: "%2$d"}
                  annotations:
                    github.com/project-slug: acme/component-%1$d
                    backstage.io/techdocs-ref: dir:.
                  tags: [tag-%2$d, java]
                  links:
                    - url: https://dashboards.example.org/d/%1$d
                      title: Dashboard
                spec:
                  type: service
                  lifecycle: production
                  owner: group:default/group-%2$d
                  system: system-%2$d
                  dependsOn: [component:component-%3$d, resource:default/resource-%2$d]
                  consumesApis: [api-%2$d]
                """.formatted(number, number % SHADES, number / 2);
    }
}
