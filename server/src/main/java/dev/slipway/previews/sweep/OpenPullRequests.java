package dev.slipway.previews.sweep;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The open pull requests of all services, as the Git host has them now. */
@Component
class OpenPullRequests {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPullRequests.class);

    private final ServiceNames services;
    private final GitHost host;

    OpenPullRequests(ServiceNames services, GitHost host) {
        this.services = services;
        this.host = host;
    }

    record Open(PullRequest pull, RegisteredService service) {}

    /** @param unreadable services of which nothing is known now, so that nothing of theirs may change */
    record Observation(List<Open> pulls, Set<ServiceName> unreadable) {
        boolean knows(ServiceName service) {
            return !unreadable.contains(service);
        }
    }

    /** Those of services that run in some environment: one that is being deleted gets no more previews. */
    Observation observe(FileTree platform) {
        List<Open> pulls = new ArrayList<>();
        Set<ServiceName> unreadable = new HashSet<>();
        Set<RepositoryRef> open = host.withOpenPullRequests();
        for (RegisteredService service : services.services()) {
            try {
                if (open.contains(service.repository()) && isDeclared(platform, service) && isWritable(service)) {
                    host.pullRequests(service.repository(), PullRequest.State.OPEN)
                            .forEach(pull -> pulls.add(new Open(pull, service)));
                }
            } catch (ProblemException e) {
                unreadable.add(service.name());
                LOG.warn("The pull requests of {} cannot be read now: {}", service.repository(), e.getMessage());
            }
        }
        return new Observation(pulls, unreadable);
    }

    private static boolean isDeclared(FileTree platform, RegisteredService service) {
        return platform.list("applications/" + service.name()).stream().anyMatch(TreeEntry::isFile);
    }

    private boolean isWritable(RegisteredService service) {
        return host.repository(service.repository())
                .filter(repository -> !repository.archived())
                .isPresent();
    }
}
