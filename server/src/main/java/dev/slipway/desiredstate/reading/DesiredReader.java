package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.Declarations.Declaration;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredProject;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.git.GitContent;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.DeclaredReader;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.Renderer;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.PlatformDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the desired state of a commit, or of a tree that is none yet. Renders of the same commit and overrides are kept. */
@Component
public class DesiredReader {

    private final GitContent git;
    private final Renderer renderer = new Renderer();

    DesiredReader(GitContent git) {
        this.git = git;
    }

    public Desired read(PlatformDefinition definition, CommitId commit) {
        return read(definition, commit, commit.value(), git.snapshot(definition.repository(), commit));
    }

    /**
     * Reads a tree that is no commit yet.
     *
     * @param key names the tree: equal keys mean equal trees
     */
    public Desired read(PlatformDefinition definition, CommitId commit, String key, FileTree tree) {
        Declared declared = DeclaredReader.read(tree, new GitSources(git, definition, key, tree), renderer);
        List<DesiredApplication> applications = declared.applications().stream()
                .map(each -> new Translation(definition).application(each))
                .toList();
        List<DesiredProject> projects = declared.projects().stream()
                .map(each -> new DesiredProject(each.name(), each.file(), each.object()))
                .toList();
        return new Desired(commit, applications, projects, problems(declared.findings()));
    }

    public Declaration declaration(PlatformDefinition definition, CommitId commit) {
        return declaration(definition, commit.value(), git.snapshot(definition.repository(), commit));
    }

    /** As of a tree that is no commit yet; {@code key} names it. */
    public Declaration declaration(PlatformDefinition definition, String key, FileTree tree) {
        GitSources sources = new GitSources(git, definition, key, tree);
        return new Declaration(
                DeclaredReader.read(tree, sources, renderer),
                sources,
                definition.repository().toString());
    }

    static List<Problem> problems(List<Finding> findings) {
        return findings.stream()
                .map(each -> new Problem(each.where(), each.what(), blank(each.expected()), blank(each.next())))
                .toList();
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text;
    }
}
