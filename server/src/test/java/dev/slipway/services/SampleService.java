package dev.slipway.services;

import static org.awaitility.Awaitility.await;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.ServiceNames;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes services of team red as a golden path would, without one. */
public final class SampleService {

    private static final Actor ACTOR = Actor.system("test");
    private static final Commit.Person AUTHOR = new Commit.Person("Rosa", "rosa@example.com");

    static final String PATCH = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: sample
            spec:
              template:
                spec:
                  containers:
                    - name: app
                      env:
                        - name: GREETING
                          value: Hello
            """;

    private final GitHost host;
    private final GitContent content;
    private final ServiceNames names;
    private final Platforms platforms;
    private final PlatformProperties properties;
    private final TransactionTemplate transaction;

    public SampleService(
            GitHost host,
            GitContent content,
            ServiceNames names,
            Platforms platforms,
            PlatformProperties properties,
            TransactionTemplate transaction) {
        this.host = host;
        this.content = content;
        this.names = names;
        this.platforms = platforms;
        this.properties = properties;
        this.transaction = transaction;
    }

    /** Registered, with a repository that has overlays for dev and production, declared in both. */
    public RepositoryRef create(String name) {
        await().atMost(Duration.ofMinutes(2)).until(() -> platforms.find().isPresent());
        RepositoryRef repository = new RepositoryRef(properties.organisation(), name);
        host.create(repository, "A sample", ACTOR);
        write(
                repository,
                "deploy/overlays/dev/kustomization.yaml",
                "patches:\n  - path: environment.yaml\n",
                "deploy/overlays/dev/environment.yaml",
                PATCH,
                "deploy/overlays/production/kustomization.yaml",
                "patches:\n  - path: environment.yaml\n",
                "deploy/overlays/production/environment.yaml",
                PATCH);
        transaction.executeWithoutResult(_ -> names.reserve(new ServiceName(name), new TeamName("red")));
        write(
                properties.repository(),
                "applications/" + name + "/dev.yaml",
                application(name, "dev"),
                "applications/" + name + "/production.yaml",
                application(name, "production"),
                "clusters/hub/routing/" + name + "/dev.yaml",
                "kind: VirtualService\n");
        return repository;
    }

    private static String application(String name, String environment) {
        return "kind: Application\nmetadata:\n  name: " + name + "-" + environment + "\nspec: {}\n";
    }

    void write(RepositoryRef repository, String... pathsAndTexts) {
        await().atMost(Duration.ofMinutes(2)).until(() -> tryWrite(repository, pathsAndTexts));
    }

    /** Somebody else may be writing the platform repository at the same time. */
    private boolean tryWrite(RepositoryRef repository, String... pathsAndTexts) {
        List<FileChange> files = java.util.stream.IntStream.range(0, pathsAndTexts.length / 2)
                .<FileChange>mapToObj(
                        i -> new FileChange.Put(pathsAndTexts[2 * i], FileContent.text(pathsAndTexts[2 * i + 1])))
                .toList();
        NewCommit commit =
                new NewCommit(files, "Write " + Arrays.asList(pathsAndTexts).getFirst(), AUTHOR);
        BranchUpdate update = content.resolve(repository, "refs/heads/main")
                .map(head -> BranchUpdate.onto("main", head, List.of(commit)))
                .orElseGet(() -> new BranchUpdate("main", null, null, List.of(commit)));
        return content.push(repository, update) instanceof PushOutcome.Pushed;
    }
}
