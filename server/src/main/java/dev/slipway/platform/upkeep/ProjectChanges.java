package dev.slipway.platform.upkeep;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.AppProject;
import dev.slipway.gitops.Application;
import dev.slipway.gitops.discovery.ArgoManifests;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.TeamName;
import dev.slipway.kustomize.Resource;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.trees.PlatformTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of the AppProjects of teams' environments from one definition to the next, and of the Applications in them. */
final class ProjectChanges {

    private final PlatformDefinition before;
    private final PlatformDefinition after;
    private final Map<String, @Nullable AppProject> next = new TreeMap<>();
    private final Map<String, AppProject> changed = new TreeMap<>();

    ProjectChanges(PlatformDefinition before, PlatformDefinition after, List<RegisteredService> services) {
        this.before = before;
        this.after = after;
        Map<String, String> old = PlatformTrees.projects(before, services);
        Map<String, String> now = PlatformTrees.projects(after, services);
        old.forEach((file, text) -> {
            String other = now.get(file);
            if (!text.equals(other)) {
                AppProject project = project(file, text);
                changed.put(project.name(), project);
                next.put(project.name(), other == null ? null : project(file, other));
            }
        });
    }

    private static AppProject project(String file, String text) {
        Resource object = Resource.of(YamlReader.core()
                .document(file, text)
                .flatMap(YamlValue::asMap)
                .orElseThrow()
                .plain());
        return new AppProject(object.name(), "projects/" + file, object);
    }

    /**
     * What the projects admitted and admit no more, a problem for each project.
     *
     * @param said teams of which it is known that they are gone
     */
    List<Problem> strandedIn(FileTree tree, Set<TeamName> said) {
        changed.keySet().removeIf(project -> said.stream().anyMatch(team -> project.startsWith(team + "-")));
        if (changed.isEmpty()) {
            return List.of();
        }
        Map<String, List<Application>> stranded = applications(tree).stream()
                .filter(this::isStranded)
                .collect(Collectors.groupingBy(Application::project, TreeMap::new, Collectors.toList()));
        List<Problem> problems = new ArrayList<>();
        stranded.forEach((project, applications) -> problems.add(problem(project, applications)));
        return problems;
    }

    private static List<Application> applications(FileTree tree) {
        return ArgoManifests.in(tree).found().stream()
                .filter(found -> found.object().kind().equals("Application"))
                .flatMap(found -> application(found).stream())
                .toList();
    }

    private static Optional<Application> application(ArgoManifests.Found found) {
        try {
            return Optional.of(Application.of(found.place().file(), found.object(), Application.Origin.ITSELF));
        } catch (IllegalArgumentException _) { // desiredstate says what is wrong with it
            return Optional.empty();
        }
    }

    private boolean isStranded(Application application) {
        AppProject project = changed.get(application.project());
        return project != null && admits(project, before, application) && !admitsStill(application);
    }

    private boolean admitsStill(Application application) {
        AppProject project = next.get(application.project());
        return project != null && admits(project, after, application);
    }

    private static boolean admits(AppProject project, PlatformDefinition definition, Application application) {
        return project.refusals(
                        application,
                        url -> definition
                                .git()
                                .resolve(url)
                                .map(Object::toString)
                                .orElse(url))
                .isEmpty();
    }

    private Problem problem(String project, List<Application> applications) {
        String whom = Losses.some(applications.stream().map(Application::file).toList());
        return next.get(project) == null
                ? Problem.at(
                                "platform.yaml",
                                "The project \"" + project + "\" would be gone, which is that of " + whom + ".")
                        .next("Remove these Applications in the same change. Where gates keep them, take the gates"
                                + " of their environment away in a change before.")
                : Problem.at(
                                "platform.yaml",
                                "The project \"" + project + "\" would no longer admit what it admits now: " + whom
                                        + ".")
                        .next("Keep clusters, namespaces and repositories as they are, or change these Applications in"
                                + " the same change.");
    }
}
