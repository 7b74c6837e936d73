package dev.slipway.scaffolder.preview;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.git.FileDifference;
import dev.slipway.git.GitContent;
import dev.slipway.git.Snapshot;
import dev.slipway.git.difference.Comparison;
import dev.slipway.git.difference.Comparisons;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.scaffolder.manifests.ServiceTrees;
import dev.slipway.scaffolder.preview.Preview.Proposal;
import dev.slipway.scaffolding.dryrun.DryRunResult.CarriedOut;
import dev.slipway.scaffolding.form.RepositoryUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pull requests that steps of a dry run would open. */
@Component
class ProposalPreviews {

    private static final String PLATFORM = "slipway:platform:pull-request";
    private static final String MAIN = "main";
    private static final Comparison NOTHING = new Comparison(List.of(), 0);
    /** Stands for the commit that the service's repository begins with. */
    private static final CommitId FIRST_COMMIT = new CommitId("0".repeat(40));

    private final Platforms platforms;
    private final GitContent content;

    ProposalPreviews(Platforms platforms, GitContent content) {
        this.platforms = platforms;
        this.content = content;
    }

    static boolean isProposal(CarriedOut step) {
        return step.by().equals(PLATFORM)
                || step.by().endsWith(":pull-request")
                || step.by().endsWith(":merge-request");
    }

    /** With the files as they are when the step comes. */
    Proposal of(CarriedOut step) {
        MemoryTree files = step.workspace();
        try {
            return step.by().equals(PLATFORM) ? platform(step.given(), files) : elsewhere(step.given(), files);
        } catch (IllegalArgumentException e) { // a name that is none yet: the answers are not complete
            return new Proposal(
                    text(step.given(), "repoUrl"), "", title(step), NOTHING, note(String.valueOf(e.getMessage())));
        }
    }

    private static String note(String message) {
        return Placeholders.standIn(message)
                ? "What it changes is shown as soon as the answers are given that it needs."
                : message;
    }

    private static String title(CarriedOut step) {
        String title = text(step.given(), "title");
        return title.isEmpty() ? step.by() : title;
    }

    private Proposal platform(Map<String, @Nullable Object> input, MemoryTree files) {
        PlatformDefinition definition = platforms.current();
        ServiceName service = new ServiceName(text(input, "service"));
        TeamName team =
                new TeamName(text(input, "team").replaceFirst("^(?i)group:", "").replaceFirst("^(?i)default/", ""));
        List<Environment> environments = definition.environments().stream()
                .filter(each -> files.isFile("deploy/overlays/" + each.name() + "/kustomization.yaml"))
                .toList();
        Map<String, FileContent> after = new TreeMap<>();
        ServiceTrees.of(
                        definition,
                        environments,
                        service,
                        team,
                        new RepositoryRef(definition.organisation(), service.value()),
                        FIRST_COMMIT)
                .forEach((tree, below) -> below.forEach((path, file) -> after.put(TreePath.join(tree, path), file)));
        return new Proposal(
                definition.repository().toString(),
                MAIN,
                "Declare " + service,
                difference(definition.repository(), MAIN, after, List.of()),
                "The commit of the service's repository is filled in when there is one.");
    }

    private Proposal elsewhere(Map<String, @Nullable Object> input, MemoryTree files) {
        RepositoryUrl url = RepositoryUrl.parse(text(input, "repoUrl"));
        String branch = text(input, "targetBranchName").isEmpty() ? MAIN : text(input, "targetBranchName");
        RepositoryRef repository = new RepositoryRef(url.part("owner"), url.part("repo"));
        boolean known = content.exists(repository);
        return new Proposal(
                repository.toString(),
                branch,
                text(input, "title"),
                difference(known ? repository : null, branch, written(input, files), deleted(input)),
                known ? "" : "The repository is not on the platform's Git host: all files are shown as new.");
    }

    /** The files that would be written: those below {@code sourcePath}, to {@code targetPath}. */
    private static Map<String, FileContent> written(Map<String, @Nullable Object> input, MemoryTree files) {
        String source = folder(input, "sourcePath");
        String target = folder(input, "targetPath");
        Map<String, FileContent> written = new LinkedHashMap<>();
        files.files().forEach((path, file) -> {
            if (source.isEmpty() || path.startsWith(source + "/")) {
                String rest = source.isEmpty() ? path : path.substring(source.length() + 1);
                written.put(TreePath.join(target, rest), file);
            }
        });
        return written;
    }

    private static String folder(Map<String, @Nullable Object> input, String key) {
        return text(input, key)
                .replaceFirst("^\\./", "")
                .replaceFirst("^\\.$", "")
                .replaceFirst("/+$", "");
    }

    private static List<String> deleted(Map<String, @Nullable Object> input) {
        return input.get("filesToDelete") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** @param repository null when everything is new */
    private Comparison difference(
            @Nullable RepositoryRef repository, String branch, Map<String, FileContent> after, List<String> deleted) {
        Optional<Snapshot> before = repository == null
                ? Optional.empty()
                : content.resolve(repository, branch).map(tip -> content.snapshot(repository, tip));
        Map<String, FileDifference> differences = new TreeMap<>();
        after.forEach((path, file) -> {
            FileContent old = before.flatMap(tree -> file(tree, path)).orElse(null);
            if (!file.equals(old)) {
                differences.put(path, new FileDifference(path, old, file));
            }
        });
        deleted.forEach(path -> before.flatMap(tree -> file(tree, path))
                .ifPresent(old -> differences.put(path, new FileDifference(path, old, null))));
        return Comparisons.of(List.copyOf(differences.values()));
    }

    private static Optional<FileContent> file(Snapshot tree, String path) {
        return tree.entry(path)
                .filter(entry -> entry.isFile())
                .map(entry -> new FileContent(tree.read(path), entry.mode()));
    }

    private static String text(Map<String, @Nullable Object> input, String key) {
        return Objects.toString(input.get(key), "");
    }
}
