package dev.slipway.delivery;

import dev.slipway.kernel.Actor;
import java.util.List;
import java.util.Optional;

/** The port to what runs: the local cluster, later Argo CD. Reads, and named runtime operations; never writes a manifest. */
public interface DeliveryEngine {

    /** {@code local} or {@code argocd}. */
    String name();

    /** {@code none}, {@code user-namespace} or {@code container}: how workloads are kept apart. */
    String isolation();

    /** What that means, or why it is no more, in one sentence; empty where there is nothing to say. */
    default String isolationExplained() {
        return "";
    }

    List<ApplicationState> states();

    Optional<ApplicationState> state(String application);

    /** Looks at Git again now. */
    void refresh(String application, Actor actor);

    /** Applies what Git says now, also where that is not automatic. */
    void sync(String application, Actor actor);

    /** Replaces every pod, rolling. */
    void restart(String application, Actor actor);

    /**
     * The newest lines of one pod's output, oldest first.
     *
     * @param pod null for all pods of the application
     */
    List<LogLine> logs(String application, @org.jspecify.annotations.Nullable String pod, int lines);
}
