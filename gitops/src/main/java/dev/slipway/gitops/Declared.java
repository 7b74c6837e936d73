package dev.slipway.gitops;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that a tree declares, reached from {@code bootstrap/root.yaml}.
 *
 * @param applications in order of name
 * @param projects in order of name
 * @param sets the ApplicationSets, in no particular order
 * @param findings what belongs to no Application
 * @param commits what the branches and tags came to that sources name
 * @param doubts of which of these, and of those that ApplicationSets read, it is not known whether they are others by now
 */
public record Declared(
        List<RenderedApplication> applications,
        List<AppProject> projects,
        List<DeclaredSet> sets,
        List<Finding> findings,
        Map<Revision, String> commits,
        Map<Revision, Finding> doubts) {

    public Declared {
        applications = List.copyOf(applications);
        projects = List.copyOf(projects);
        sets = List.copyOf(sets);
        findings = List.copyOf(findings);
        commits = Map.copyOf(commits);
        doubts = Map.copyOf(doubts);
    }

    /** What a person should look at in an Application although it renders. */
    public List<Finding> doubts(RenderedApplication rendered) {
        if (doubts.isEmpty()) {
            return rendered.doubts();
        }
        List<Finding> all = new ArrayList<>(rendered.doubts());
        Application application = rendered.application();
        Stream.of(
                        application.sources().stream().map(Revision::of),
                        application.origin().read().stream(),
                        RemoteBases.among(rendered.filesRead()).stream())
                .flatMap(each -> each)
                .flatMap(revision -> Optional.ofNullable(doubts.get(revision)).stream())
                .map(doubt -> doubt.at(application))
                .filter(doubt -> !all.contains(doubt))
                .forEach(all::add);
        return all;
    }

    /** The commit of an Application's first source; empty when it cannot be resolved. */
    public String commit(RenderedApplication application) {
        Revision revision = application.revision();
        return revision == null ? "" : commits.getOrDefault(revision, revision.name());
    }
}
