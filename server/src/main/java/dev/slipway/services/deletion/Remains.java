package dev.slipway.services.deletion;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Platforms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is still there of a service: in what was read from Git, and in the clusters. */
@Component
class Remains {

    /** The Application that syncs applications/, see the platform repository's bootstrap/root.yaml. */
    private static final String PARENT = "slipway-applications";

    private final DesiredState desired;
    private final DeliveryEngine delivery;
    private final GitContent content;
    private final Platforms platforms;

    Remains(DesiredState desired, DeliveryEngine delivery, GitContent content, Platforms platforms) {
        this.desired = desired;
        this.delivery = delivery;
        this.content = content;
        this.platforms = platforms;
    }

    /**
     * Whether the engine knows the Applications as this commit has them. What they run need not be in sync: a service that
     * cannot be synced must still be one that can be deleted.
     */
    boolean knownSince(CommitId commit) {
        Optional<Desired> current = desired.current().filter(each -> contains(each.commit(), commit));
        return current.isPresent()
                && (current.get().application(PARENT).isEmpty()
                        || delivery.state(PARENT)
                                .flatMap(state -> Optional.ofNullable(state.revision()))
                                .filter(revision -> contains(revision, commit))
                                .isPresent());
    }

    private boolean contains(CommitId tip, CommitId commit) {
        return tip.equals(commit) || content.isAncestor(platforms.current().repository(), commit, tip);
    }

    /** The names of this service's Applications, as long as Git has them. */
    Set<String> applications(ServiceName service) {
        return desired.current().map(current -> current.of(service)).orElse(List.of()).stream()
                .map(DesiredApplication::name)
                .collect(Collectors.toSet());
    }

    /** The Applications of this service that the engine still has: those that Git no longer has, by their name's form. */
    List<String> running(ServiceName service) {
        Set<String> others = desired.current().map(Desired::applications).orElse(List.of()).stream()
                .filter(each -> !service.equals(each.service()))
                .map(DesiredApplication::name)
                .collect(Collectors.toSet());
        Set<String> own = platforms.current().environments().stream()
                .map(environment -> service + "-" + environment.name())
                .collect(Collectors.toSet());
        return delivery.states().stream()
                .map(ApplicationState::application)
                .filter(name -> own.contains(name) && !others.contains(name))
                .sorted()
                .toList();
    }
}
