package dev.slipway.gitops;

import java.util.List;

/**
 * Everything that a tree declares, reached from {@code bootstrap/root.yaml}.
 *
 * @param applications in order of name
 * @param projects in order of name
 * @param findings what belongs to no Application
 */
public record Declared(List<RenderedApplication> applications, List<AppProject> projects, List<Finding> findings) {

    public Declared {
        applications = List.copyOf(applications);
        projects = List.copyOf(projects);
        findings = List.copyOf(findings);
    }
}
