package dev.slipway.desiredstate.reading;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitException;
import dev.slipway.git.GitMirrors;
import dev.slipway.git.Mirror;
import dev.slipway.gitops.Sources;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.GitLocations.MirrorRule;
import dev.slipway.platform.PlatformDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Repositories by the URLs that the definition gives them, and mirrors of those elsewhere that it admits. The platform
 * repository's main is the tree being read.
 *
 * @param platformKey names the tree being read: its commit, or what it is merged from
 */
record GitSources(
        GitContent git,
        GitMirrors mirrors,
        FoundCommits commits,
        PlatformDefinition definition,
        String platformKey,
        FileTree platformTree,
        Map<Location, Answer> answers)
        implements Sources {

    GitSources(
            GitContent git,
            GitMirrors mirrors,
            FoundCommits commits,
            PlatformDefinition definition,
            String platformKey,
            FileTree tree) {
        this(git, mirrors, commits, definition, platformKey, tree, new ConcurrentHashMap<>());
    }

    record Location(String repositoryUrl, String revision) {}

    /** One answer for all who ask in one pass: they must see the same of a branch that moves meanwhile. */
    @Override
    public Answer find(String repositoryUrl, String revision) {
        Location location = new Location(repositoryUrl, revision);
        Answer known = answers.get(location);
        if (known != null) {
            return known;
        }
        Answer found = look(repositoryUrl, revision);
        answers.put(location, found);
        return found;
    }

    private Answer look(String repositoryUrl, String revision) {
        Optional<RepositoryRef> repository = definition.git().resolve(repositoryUrl);
        if (repository.isEmpty()) {
            return elsewhere(repositoryUrl, revision);
        }
        if (repository.get().equals(definition.repository()) && isMain(revision)) {
            return new Answer.Found(platformTree, platformKey);
        }
        return at(repository.get(), revision.equals("HEAD") ? "main" : revision);
    }

    /** As Argo CD understands it. */
    static boolean isMain(String revision) {
        return revision.equals("HEAD") || revision.equals("main") || revision.equals("refs/heads/main");
    }

    private Answer elsewhere(String repositoryUrl, String revision) {
        Optional<MirrorRule> rule = definition.git().mirror(repositoryUrl);
        if (rule.isEmpty()) {
            return new Answer.Missing(
                    "\"" + repositoryUrl
                            + "\" is under none of the prefixes in platform.yaml's git: what another server hosts is read when git.mirrors lists it.",
                    "List it in git.mirrors, or name another repository.");
        }
        List<Problem> problems = mirrors.problems(repositoryUrl);
        if (!problems.isEmpty()) {
            return new Answer.Missing(problems.getFirst().message());
        }
        Mirror mirror = mirrors.of(repositoryUrl, rule.get().secret());
        return mirror.isReadable() ? doubted(at(mirror.repository(), revision), mirror) : StaleMirror.missing(mirror);
    }

    /** What a copy lacks may have come to the other server since. */
    private static Answer doubted(Answer answer, Mirror mirror) {
        return switch (answer) {
            case Answer.Found found
            when mirror.failure() != null -> new Answer.Found(found.tree(), found.commit(), StaleMirror.of(mirror));
            case Answer.Found found -> found;
            case Answer.Missing missing -> new Answer.Missing(missing.reason(), StaleMirror.OLDER);
        };
    }

    private Answer at(RepositoryRef repository, String revision) {
        if (FoundCommits.isWholeId(revision)) {
            return commits.find(repository, revision)
                    .<Answer>map(found -> found)
                    .orElseGet(() -> new Answer.Missing("There is no repository \"" + repository + "\"."));
        }
        try {
            Optional<CommitId> commit = git.resolve(repository, revision);
            return commit.<Answer>map(id -> new Answer.Found(git.snapshot(repository, id), id.value()))
                    .orElseGet(() -> new Answer.Missing("\"" + repository + "\" has no \"" + revision + "\"."));
        } catch (GitException e) {
            return new Answer.Missing(String.valueOf(e.getMessage()));
        }
    }

    /** What a commit holds never changes; that of a mirror has to be asked for as long as it is wanted. */
    @Override
    public boolean isStill(Answer.Found found) {
        return found.tree() instanceof PinnedTree tree && tree.isThere() && !tree.isMirrored();
    }

    @Override
    public String identity(String repositoryUrl) {
        return definition
                .git()
                .resolve(repositoryUrl)
                .map(RepositoryRef::toString)
                .orElse(repositoryUrl);
    }
}
