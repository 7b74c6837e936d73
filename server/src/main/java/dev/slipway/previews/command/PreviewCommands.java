package dev.slipway.previews.command;

import dev.slipway.audit.Audit;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ServiceName;
import dev.slipway.previews.Preview;
import dev.slipway.previews.PreviewPage;
import dev.slipway.previews.PreviewQuery;
import dev.slipway.previews.PreviewState;
import dev.slipway.previews.Previews;
import dev.slipway.previews.PreviewsException;
import dev.slipway.previews.store.PreviewRow;
import dev.slipway.previews.store.PreviewStore;
import dev.slipway.previews.sweep.PreviewSweep;
import dev.slipway.scheduling.Wakeups;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what people ask for; the sweep carries it out. */
@Component
class PreviewCommands implements Previews {

    private final PreviewStore store;
    private final Permissions permissions;
    private final RepositoryAccess access;
    private final Audit audit;
    private final Wakeups wakeups;
    private final Clock clock;

    PreviewCommands(
            PreviewStore store,
            Permissions permissions,
            RepositoryAccess access,
            Audit audit,
            Wakeups wakeups,
            Clock clock) {
        this.store = store;
        this.permissions = permissions;
        this.access = access;
        this.audit = audit;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    @Override
    public PreviewPage list(PreviewQuery query) {
        return store.page(query);
    }

    @Override
    public Optional<Preview> find(ServiceName service, int number) {
        return store.find(service, number).map(PreviewRow::preview);
    }

    @Override
    @Transactional
    public void end(ServiceName service, int number, Actor actor) {
        Preview preview = changeable(service, number, actor);
        store.end(preview.pullRequest(), preview.head());
        done(preview, "ended", actor, Map.of());
    }

    @Override
    @Transactional
    public void renew(ServiceName service, int number, Actor actor) {
        Preview preview = changeable(service, number, actor);
        store.renew(preview.pullRequest(), clock.instant());
        done(preview, "renewed", actor, Map.of());
    }

    @Override
    @Transactional
    public void approve(ServiceName service, int number, CommitId commit, Actor actor) {
        Preview preview = open(service, number);
        access.requireMerge(actor, preview.pullRequest().repository());
        if (!preview.head().equals(commit)) {
            throw new PreviewsException(
                    ProblemCode.CONFLICT,
                    Problem.at(
                                    "commit",
                                    "Commit " + commit.brief() + " is not the newest of " + preview.pullRequest() + ".")
                            .expecting(preview.head().value())
                            .next("Look at what was pushed since, then approve that commit."));
        }
        store.approve(preview.pullRequest(), commit, actor.account(), clock.instant());
        done(preview, "approved", actor, Map.of("commit", commit.value()));
    }

    private Preview changeable(ServiceName service, int number, Actor actor) {
        Preview preview = open(service, number);
        permissions.require(actor, Permission.CHANGE_SERVICE, preview.team());
        return preview;
    }

    private Preview open(ServiceName service, int number) {
        return find(service, number)
                .filter(preview -> preview.state() != PreviewState.REMOVING)
                .orElseThrow(() -> new PreviewsException(
                        ProblemCode.NOT_FOUND,
                        Problem.of("There is no open pull request " + number + " of \"" + service + "\".")
                                .next("GET /api/v1/previews lists them.")));
    }

    private void done(Preview preview, String what, Actor actor, Map<String, String> details) {
        audit.record(actor, "preview." + what, "pull-request:" + preview.pullRequest(), details);
        wakeups.wake(PreviewSweep.NAME);
    }
}
