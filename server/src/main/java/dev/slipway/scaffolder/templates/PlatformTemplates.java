package dev.slipway.scaffolder.templates;

import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.git.GitContent;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.Suggestions;
import dev.slipway.platform.Platforms;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.TemplateSummary;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.action.Actions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The templates below {@code templates/} on the protected main of the platform repository. The list is kept for as long as main
 * stays as it is, because it takes looking through all their files.
 */
@Component
class PlatformTemplates {

    static final String ROOT = "templates";

    private final Platforms platforms;
    private final GitContent content;

    private final TemplateLint lint;
    private final ReadTemplates known;
    private volatile @Nullable Listed listed;

    private record Listed(
            RepositoryRef repository, CommitId commit, Actions actions, List<TemplateSummary> templates) {}

    PlatformTemplates(Platforms platforms, GitContent content, TemplateLint lint, ReadTemplates known) {
        this.platforms = platforms;
        this.content = content;
        this.lint = lint;
        this.known = known;
    }

    public List<TemplateSummary> all() {
        RepositoryRef repository = repository();
        CommitId commit = main();
        Actions actions = lint.actions();
        Listed last = listed;
        if (last == null
                || !last.repository().equals(repository)
                || !last.commit().equals(commit)
                || !last.actions().equals(actions)) {
            last = new Listed(repository, commit, actions, read(content.snapshot(repository, commit)));
            listed = last;
        }
        return last.templates();
    }

    private List<TemplateSummary> read(Snapshot main) {
        return names(main).stream()
                .map(name -> summary(name, main))
                .sorted(Comparator.comparing(TemplateSummary::title))
                .toList();
    }

    StoredTemplate get(String name) {
        return get(name, main());
    }

    StoredTemplate get(String name, CommitId commit) {
        return known.get(
                new ReadTemplates.Place(repository(), commit, ROOT + "/" + name + "/template.yaml"),
                () -> read(name, commit));
    }

    private StoredTemplate read(String name, CommitId commit) {
        Snapshot snapshot = content.snapshot(repository(), commit);
        List<String> names = names(snapshot);
        if (!names.contains(name)) {
            throw new ScaffolderException(
                    ProblemCode.NOT_FOUND,
                    new Problem(
                            null,
                            "There is no template \"" + name + "\".",
                            "one of " + String.join(", ", names),
                            Suggestions.didYouMean(name, names).orElse(null)));
        }
        try {
            return new StoredTemplate(
                    name, read(name, snapshot), Subtree.ofTemplate(snapshot, ROOT + "/" + name), commit);
        } catch (ScaffoldingException e) {
            throw new ScaffolderException(
                    ProblemCode.INVALID,
                    e.findings().stream()
                            .map(finding -> Problem.at(finding.place().toString(), finding.message()))
                            .toList());
        }
    }

    private static List<String> names(Snapshot snapshot) {
        return snapshot.list(ROOT).stream()
                .filter(entry -> snapshot.isFile(entry.path() + "/template.yaml"))
                .map(TreeEntry::name)
                .toList();
    }

    private static TemplateDefinition read(String name, Snapshot snapshot) {
        String file = ROOT + "/" + name + "/template.yaml";
        return TemplateReader.read(file, snapshot.text(file).orElseThrow());
    }

    private TemplateSummary summary(String name, Snapshot snapshot) {
        try {
            TemplateDefinition template = read(name, snapshot);
            return new TemplateSummary(
                    name,
                    template.title(),
                    template.description(),
                    template.type(),
                    template.tags(),
                    template.owner(),
                    template.origin(),
                    "",
                    sentences(lint.errors(snapshot, ROOT + "/" + name)));
        } catch (ScaffoldingException _) {
            return new TemplateSummary(
                    name, name, "", "", List.of(), "", "", "", sentences(lint.errors(snapshot, ROOT + "/" + name)));
        }
    }

    private static List<String> sentences(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }

    private RepositoryRef repository() {
        return platforms.current().repository();
    }

    private CommitId main() {
        Optional<CommitId> main = content.resolve(repository(), "main");
        return main.orElseThrow(() -> new ScaffolderException(
                ProblemCode.UNAVAILABLE, Problem.of("The platform repository has no main branch yet.")));
    }
}
