package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.Declarations.Declaration;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredProject;
import dev.slipway.desiredstate.Landscapes;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.GitMirrors;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.DeclaredReader;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.Renderer;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.sets.ApplicationSetReader;
import dev.slipway.gitops.sets.KnownCluster;
import dev.slipway.gitops.sets.KnownClusters;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.PlatformDefinition;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads the desired state of a commit, or of a tree that is none yet. What has not changed is kept. */
@Component
public class DesiredReader {

    private final GitContent git;
    private final GitMirrors mirrors;
    private final FoundCommits commits;
    private final OpenPullRequests pullRequests;
    private final Renderer renderer;
    private @Nullable PlatformDefinition known;
    private volatile @Nullable Translated translated;
    private volatile MarkedReleases marked = MarkedReleases.nothing();

    DesiredReader(GitContent git, ObjectProvider<GitHost> host, GitMirrors mirrors, Clock clock, KeptRenders kept) {
        this.git = git;
        this.mirrors = mirrors;
        this.commits = new FoundCommits(git, clock);
        this.pullRequests = new OpenPullRequests(host, clock);
        this.renderer = kept.renderer();
    }

    private record Translated(PlatformDefinition by, Translations translations) {}

    public Desired read(PlatformDefinition definition, CommitId commit) {
        return read(definition, commit, commit.value(), git.snapshot(definition.repository(), commit));
    }

    /**
     * Reads a tree that is no commit yet.
     *
     * @param key names the tree: equal keys mean equal trees
     */
    public Desired read(PlatformDefinition definition, CommitId commit, String key, FileTree tree) {
        return look(new Moment(definition), commit, key, tree).desired();
    }

    /** The same with what it was read from, as of a moment that another reading may have as well. */
    public Reading look(Moment moment, CommitId commit, String key, FileTree tree) {
        PlatformDefinition definition = moment.definition();
        GitSources sources = sources(moment, key, tree);
        Declared declared = declared(sources, tree);
        MarkedReleases releases = marked.next(declared.applications(), translated(definition, declared), tree, sources);
        marked = releases;
        List<DesiredApplication> applications = releases.all();
        List<DesiredProject> projects = declared.projects().stream()
                .map(each -> new DesiredProject(each.name(), each.file(), each.object()))
                .toList();
        return new Reading(
                new Desired(commit, applications, projects, problems(declared.findings())),
                new Declaration(declared, sources, definition.repository().toString()),
                tree);
    }

    private List<DesiredApplication> translated(PlatformDefinition definition, Declared declared) {
        Translated before = translated;
        Translations earlier = before != null && before.by().equals(definition)
                ? before.translations()
                : Translations.nothing(new Translation(definition));
        Translations now = earlier.next(declared);
        translated = new Translated(definition, now);
        return declared.doubts().isEmpty() ? now.all() : doubted(declared, now.all());
    }

    /** What a copy of a repository elsewhere is read as may change without anything that is rendered. */
    private static List<DesiredApplication> doubted(Declared declared, List<DesiredApplication> applications) {
        List<DesiredApplication> doubted = new ArrayList<>(applications);
        for (int i = 0; i < doubted.size(); i++) {
            List<Problem> doubts =
                    problems(declared.doubts(declared.applications().get(i)));
            if (!doubts.equals(doubted.get(i).doubts())) {
                doubted.set(i, doubted.get(i).doubted(doubts));
            }
        }
        return doubted;
    }

    public Declaration declaration(PlatformDefinition definition, CommitId commit) {
        return declaration(new Moment(definition), commit.value(), git.snapshot(definition.repository(), commit));
    }

    /** As of a tree that may be no commit yet; {@code key} names it. */
    public Declaration declaration(Moment moment, String key, FileTree tree) {
        GitSources sources = sources(moment, key, tree);
        return new Declaration(
                declared(sources, tree),
                sources,
                moment.definition().repository().toString());
    }

    private Declared declared(GitSources sources, FileTree tree) {
        Moment moment = sources.moment();
        List<KnownCluster> clusters = KnownClusters.of(Landscapes.of(moment.definition()));
        return DeclaredReader.read(
                tree,
                sources,
                renderer,
                new ApplicationSetReader(clusters, pullRequests.under(moment.definition())),
                moment.kubernetes(tree));
    }

    /** The same for those who look into the files as well. */
    Checkout checkout(PlatformDefinition definition, CommitId commit) {
        return checkout(definition, commit.value(), git.snapshot(definition.repository(), commit));
    }

    /** As of a tree that is no commit yet; {@code key} names it. */
    public Checkout checkout(PlatformDefinition definition, String key, FileTree tree) {
        GitSources sources = sources(new Moment(definition), key, tree);
        return new Checkout(
                tree,
                declared(sources, tree),
                Landscapes.of(definition),
                sources,
                definition.git().urlOf(definition.repository()));
    }

    /** What URLs mean depends on the definition as well. */
    private synchronized GitSources sources(Moment moment, String key, FileTree tree) {
        PlatformDefinition definition = moment.definition();
        if (!definition.equals(known)) {
            renderer.forget();
            known = definition;
        }
        commits.forgetWhatIsGone();
        return new GitSources(git, mirrors, commits, moment, key, tree);
    }

    /** The same in the platform's words. */
    public static List<Problem> problems(List<Finding> findings) {
        return findings.stream()
                .map(each -> new Problem(each.where(), each.what(), blank(each.expected()), blank(each.next())))
                .toList();
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text;
    }
}
