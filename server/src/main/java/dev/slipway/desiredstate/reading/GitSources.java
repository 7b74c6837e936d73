package dev.slipway.desiredstate.reading;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitException;
import dev.slipway.git.GitMirrors;
import dev.slipway.git.Mirror;
import dev.slipway.gitops.Revision;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.TaggedVersions;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.GitLocations.MirrorRule;
import dev.slipway.platform.PlatformDefinition;
import java.util.List;
import java.util.Optional;

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
        Moment moment,
        String platformKey,
        FileTree platformTree)
        implements Sources {

    private static final String TAGS = "refs/tags/";

    @Override
    public Answer find(String repositoryUrl, String revision) {
        return isMain(revision) && isPlatform(repositoryUrl)
                ? new Answer.Found(platformTree, platformKey)
                : moment.find(repositoryUrl, revision, () -> look(repositoryUrl, revision));
    }

    private PlatformDefinition definition() {
        return moment.definition();
    }

    private boolean isPlatform(String repositoryUrl) {
        return definition()
                .git()
                .resolve(repositoryUrl)
                .filter(definition().repository()::equals)
                .isPresent();
    }

    private Answer look(String repositoryUrl, String revision) {
        return definition()
                .git()
                .resolve(repositoryUrl)
                .map(repository -> at(repository, revision.equals("HEAD") ? "main" : revision))
                .orElseGet(() -> elsewhere(repositoryUrl, revision));
    }

    /** As Argo CD understands it. */
    static boolean isMain(String revision) {
        return revision.equals("HEAD") || revision.equals("main") || revision.equals("refs/heads/main");
    }

    private Answer elsewhere(String repositoryUrl, String revision) {
        Optional<MirrorRule> rule = definition().git().mirror(repositoryUrl);
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
        if (Revision.isWholeCommit(revision)) {
            return commits.find(repository, revision)
                    .<Answer>map(found -> found)
                    .orElseGet(() -> new Answer.Missing("There is no repository \"" + repository + "\"."));
        }
        try {
            Optional<CommitId> commit = TaggedVersions.highest(revision, () -> tags(repository))
                    .flatMap(tag -> git.resolve(repository, TAGS + tag))
                    .or(() -> git.resolve(repository, revision));
            return commit.<Answer>map(id -> new Answer.Found(git.snapshot(repository, id), id.value()))
                    .orElseGet(() -> new Answer.Missing("\"" + repository + "\" has no \"" + revision + "\"."));
        } catch (GitException e) {
            return new Answer.Missing(String.valueOf(e.getMessage()));
        }
    }

    private List<String> tags(RepositoryRef repository) {
        return git.refs(repository).keySet().stream()
                .filter(each -> each.startsWith(TAGS))
                .map(each -> each.substring(TAGS.length()))
                .toList();
    }

    /** What a commit holds never changes; that of a mirror has to be asked for as long as it is wanted. */
    @Override
    public boolean isStill(Answer.Found found) {
        return found.tree() instanceof PinnedTree tree && tree.isThere() && !tree.isMirrored();
    }

    @Override
    public String identity(String repositoryUrl) {
        return definition()
                .git()
                .resolve(repositoryUrl)
                .map(RepositoryRef::toString)
                .orElse(repositoryUrl);
    }
}
