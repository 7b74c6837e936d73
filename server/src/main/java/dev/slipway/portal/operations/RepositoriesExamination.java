package dev.slipway.portal.operations;

import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.operations.Examination;
import dev.slipway.operations.Finding;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every repository that the database knows is on the disk, and its default branch can be read. */
@Component
class RepositoriesExamination implements Examination {

    private static final String NEXT = "Restore it from a backup, or push it again from somebody's clone.";

    private final GitHost host;
    private final GitContent git;

    RepositoriesExamination(GitHost host, GitContent git) {
        this.host = host;
        this.git = git;
    }

    @Override
    public List<Finding> examine() {
        List<HostedRepository> repositories = host.repositories();
        List<Finding> findings = new ArrayList<>();
        repositories.forEach(each -> examine(each, findings));
        if (findings.isEmpty()) {
            findings.add(Finding.good("Repositories", repositories.size() + " can be read."));
        }
        return findings;
    }

    private void examine(HostedRepository repository, List<Finding> findings) {
        RepositoryRef ref = repository.ref();
        if (!git.exists(ref)) {
            findings.add(Finding.problem("Repository " + ref, "Its directory is missing.", NEXT));
            return;
        }
        try {
            CommitId tip = git.refs(ref).get(repository.defaultRef());
            if (tip != null) {
                git.snapshot(ref, tip).list("");
            }
        } catch (RuntimeException e) { // whatever is damaged, the others are looked at
            findings.add(Finding.problem("Repository " + ref, "It cannot be read: " + e.getMessage(), NEXT));
        }
    }
}
