package dev.slipway.scaffolder.run;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ProblemException;
import dev.slipway.scaffolder.RunStatus;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.Templates;
import dev.slipway.scaffolder.store.RunStore;
import dev.slipway.scaffolder.store.RunStore.OpenRun;
import dev.slipway.scaffolder.vault.Vault;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.Secrets;
import dev.slipway.scaffolding.form.Form;
import dev.slipway.scaffolding.run.RunState;
import dev.slipway.scaffolding.run.Workflow;
import dev.slipway.scheduling.Reconciliation;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has every open run carried on, as far as it goes. */
@Component
class Runner implements Reconciliation {

    static final String NAME = "scaffolder-runs";

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final RunStore runs;
    private final RunThreads threads;
    private final Journals journals;
    private final Templates templates;
    private final ActionRegistry registry;
    private final RunEnds ends;
    private final RunInfos infos;
    private final Vault vault;

    Runner(
            RunStore runs,
            RunThreads threads,
            Journals journals,
            Templates templates,
            ActionRegistry registry,
            RunEnds ends,
            RunInfos infos,
            Vault vault) {
        this.runs = runs;
        this.threads = threads;
        this.journals = journals;
        this.templates = templates;
        this.registry = registry;
        this.ends = ends;
        this.infos = infos;
        this.vault = vault;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void reconcile() {
        runs.open().forEach(run -> threads.carryOn(run.id(), () -> carryOn(run)));
    }

    private void carryOn(OpenRun run) {
        try {
            advance(run);
        } catch (ProblemException e) {
            LOG.warn("Run {} waits: {}", run.id(), e.getMessage());
        } catch (StoredJournal.Lost e) {
            LOG.warn("{}", e.getMessage());
        }
        journals.changed(run.id());
    }

    private void advance(OpenRun run) {
        StoredTemplate template = templates.get(run.template(), new CommitId(run.commit()));
        runs.progress(run.id(), RunStatus.RUNNING);
        switch (advance(run, template)) {
            case RunState.Waiting _ -> runs.progress(run.id(), RunStatus.WAITING);
            case RunState.Completed completed -> ends.succeeded(run, completed.output());
            case RunState.Failed failed -> ends.failed(run, failed);
        }
    }

    /** All that steps said is written when this returns. */
    private RunState advance(OpenRun run, StoredTemplate template) {
        RunInfo info = info(run, template);
        try (StoredJournal journal = journals.of(run.id())) {
            return new Workflow(template.definition(), template.tree(), registry.actions(), info, journal).advance();
        }
    }

    private RunInfo info(OpenRun run, StoredTemplate template) {
        Secrets secrets = run.sealed() == null
                ? Secrets.NONE
                : vault.open(run.id(), run.sealed()).map(Secrets::new).orElseGet(() -> withoutSecrets(run));
        Form form = new Form(template.definition());
        return infos.of(
                run.id().toString(),
                run.account(),
                template,
                form.withPasswords(run.values(), secrets.reveal()),
                secrets);
    }

    /** What it made can be taken back all the same. */
    private Secrets withoutSecrets(OpenRun run) {
        if (runs.cancel(run.id())) {
            journals.log()
                    .add(
                            run.id(),
                            "",
                            "The secrets of this run cannot be read, since their key is another one by now: start again.");
        }
        return Secrets.NONE;
    }
}
