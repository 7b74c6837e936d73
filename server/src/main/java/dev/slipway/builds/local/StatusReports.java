package dev.slipway.builds.local;

import dev.slipway.builds.Build;
import dev.slipway.builds.store.BuildRows;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitHost;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import dev.slipway.scheduling.Reconciliation;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the Git host how builds stand, as the status {@code slipway/build} of their commits. */
@Component
class StatusReports implements Reconciliation {

    static final String NAME = "builds-statuses";

    private static final Logger LOG = LoggerFactory.getLogger(StatusReports.class);
    private static final String CONTEXT = "slipway/build";
    private static final int AT_ONCE = 100;

    private final BuildRows rows;
    private final GitHost host;
    private final Withheld withheld;

    StatusReports(BuildRows rows, GitHost host, Withheld withheld) {
        this.rows = rows;
        this.host = host;
        this.withheld = withheld;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void reconcile() {
        for (Build build : rows.unreported(AT_ONCE)) {
            report(build);
            rows.reported(build.id(), build.status());
        }
    }

    /** A commit that the host does not have any more needs no status. */
    private void report(Build build) {
        try {
            host.setStatus(build.repository(), build.commit(), status(build));
        } catch (ProblemException e) {
            if (e.code() == ProblemCode.UNAVAILABLE) {
                throw e;
            }
            LOG.warn("The status of build {} cannot be set: {}", build.id(), e.getMessage());
        }
    }

    private CommitStatus status(Build build) {
        String path = "/builds/" + build.id();
        return switch (build.status()) {
            case QUEUED ->
                new CommitStatus(
                        CONTEXT,
                        CommitStatus.State.PENDING,
                        withheld.reason(build).orElse("Waiting for a worker"),
                        path);
            case RUNNING -> new CommitStatus(CONTEXT, CommitStatus.State.PENDING, "Building", path);
            case SUCCEEDED ->
                new CommitStatus(
                        CONTEXT,
                        CommitStatus.State.SUCCESS,
                        "Built by " + build.provenance().builder(),
                        path);
            case FAILED -> new CommitStatus(CONTEXT, CommitStatus.State.FAILURE, failure(build), path);
            case CANCELLED -> new CommitStatus(CONTEXT, CommitStatus.State.ERROR, failure(build), path);
        };
    }

    private static String failure(Build build) {
        String failure = build.failure() == null ? "No reason is known" : build.failure();
        return failure.length() <= 140 ? failure : failure.substring(0, 139) + "…";
    }
}
