package dev.slipway.platform.upkeep;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.git.BranchProtection;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.platform.definition.DefinitionReader;
import dev.slipway.platform.definition.Reading;
import dev.slipway.platform.trees.PlatformTrees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Makes the platform repository on the first start: the definition, the teams, the golden paths and everything that follows
 * from them in one commit. Each step finds what a killed start has left behind.
 */
@Component
class FirstPlatform {

    /** The check that {@code desiredstate} sets on pull requests to the platform repository. */
    private static final String REQUIRED_CHECK = "slipway/desired-state";

    private static final Actor ACTOR = Actor.system("platform");

    private final GitHost host;
    private final GitContent git;
    private final PlatformProperties properties;
    private final SampleUsers users;

    FirstPlatform(GitHost host, GitContent git, PlatformProperties properties, SampleUsers users) {
        this.host = host;
        this.git = git;
        this.properties = properties;
        this.users = users;
    }

    void ensure() {
        RepositoryRef repository = properties.repository();
        if (host.protection(repository, "main").isPresent()) {
            return;
        }
        if (host.repository(repository).isEmpty()) {
            host.create(repository, "What the platform is and what runs on it", ACTOR);
        }
        if (properties.sample()) {
            users.ensure();
        }
        if (git.resolve(repository, "refs/heads/main").isEmpty()) {
            pushFirstCommit(repository);
        }
        host.protect(repository, new BranchProtection("main", Set.of(REQUIRED_CHECK), Set.of(Actor.SLIPWAY)), ACTOR);
    }

    private void pushFirstCommit(RepositoryRef repository) {
        List<FileChange> changes = files(repository).entrySet().stream()
                .<FileChange>map(file -> new FileChange.Put(file.getKey(), file.getValue()))
                .toList();
        NewCommit commit = new NewCommit(changes, """
                Describe the platform

                The definition, the teams, the golden paths, and what follows from
                them: bootstrap, projects, namespaces and gateways.
                """, new Commit.Person("Slipway", "slipway@" + properties.domain()));
        git.push(repository, new BranchUpdate("main", null, null, List.of(commit)));
    }

    private Map<String, FileContent> files(RepositoryRef repository) {
        Map<String, FileContent> files = new LinkedHashMap<>(FirstFiles.of(properties));
        switch (new DefinitionReader(repository).read(MemoryTree.of(files))) {
            case Reading.Good good ->
                PlatformTrees.of(good.definition(), List.of())
                        .forEach((tree, below) ->
                                below.forEach((path, content) -> files.put(tree + "/" + path, content)));
            case Reading.Bad bad ->
                throw new IllegalStateException("The first definition is broken: " + bad.problems());
        }
        return files;
    }
}
