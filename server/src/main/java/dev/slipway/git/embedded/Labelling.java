package dev.slipway.git.embedded;

import dev.slipway.audit.Audit;
import dev.slipway.git.Label;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Labels repositories' pull requests. */
@Component
class Labelling {

    /** For labels that nobody gave a colour: readable on light and dark. */
    private static final List<String> COLOURS =
            List.of("2f6fdb", "0f8a6a", "b7791f", "8e44ad", "c0392b", "5b6b7a", "2e8540", "ad1457");

    private final LabelTable labels;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Labelling(LabelTable labels, Audit audit, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.labels = labels;
        this.audit = audit;
        this.transaction = transaction;
        this.events = events;
    }

    List<Label> all(RepositoryRef repository) {
        return labels.all(repository);
    }

    Label define(RepositoryRef repository, Label label, Actor actor) {
        transaction.executeWithoutResult(_ -> {
            labels.put(repository, label);
            audit.record(
                    actor,
                    "repository.label-defined",
                    "repository:" + repository,
                    Map.of("label", label.name(), "colour", label.colour()));
        });
        return label;
    }

    void remove(RepositoryRef repository, String name, Actor actor) {
        transaction.executeWithoutResult(_ -> {
            if (labels.remove(repository, name)) {
                audit.record(actor, "repository.label-removed", "repository:" + repository, Map.of("label", name));
            }
        });
    }

    void add(PullRequestRef ref, String name, Actor actor) {
        Boolean changed = transaction.execute(_ -> {
            String known = labels.name(ref.repository(), name).orElseGet(() -> make(ref.repository(), name));
            return labels.add(ref, known) && recorded(actor, "pull-request.labelled", ref, known);
        });
        publish(ref, changed);
    }

    private String make(RepositoryRef repository, String name) {
        Label label = new Label(name, COLOURS.get(Math.floorMod(name.hashCode(), COLOURS.size())), "");
        labels.put(repository, label);
        return label.name();
    }

    void take(PullRequestRef ref, String name, Actor actor) {
        publish(
                ref,
                transaction.execute(
                        _ -> labels.take(ref, name) && recorded(actor, "pull-request.unlabelled", ref, name)));
    }

    private boolean recorded(Actor actor, String action, PullRequestRef ref, String label) {
        audit.record(actor, action, "pull-request:" + ref, Map.of("label", label));
        return true;
    }

    private void publish(PullRequestRef ref, Boolean changed) {
        if (changed) {
            events.publishEvent(new PullRequestChanged(ref));
        }
    }
}
