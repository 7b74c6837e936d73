package dev.slipway.platform.upkeep;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.DefinitionAtMain;
import dev.slipway.platform.DefinitionCheck;
import dev.slipway.platform.PlatformChanged;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PlatformException;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.platform.PlatformState;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.definition.DefinitionReader;
import dev.slipway.platform.definition.Reading;
import dev.slipway.platform.store.DefinitionCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The definition of the newest good commit of the platform repository's main, served from memory. */
@Component
class CurrentDefinition implements Platforms {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentDefinition.class);
    private static final Known NOTHING = new Known(null, new PlatformState(null, null, List.of()));

    private final GitContent git;
    private final RepositoryRef repository;
    private final DefinitionReader reader;
    private final DefinitionCursor cursor;
    private final Losses losses;
    private final ObjectProvider<DefinitionCheck> checks;
    private final ApplicationEventPublisher events;
    private volatile Known known = NOTHING;

    CurrentDefinition(
            GitContent git,
            PlatformProperties properties,
            DefinitionCursor cursor,
            Losses losses,
            ObjectProvider<DefinitionCheck> checks,
            ApplicationEventPublisher events) {
        this.git = git;
        this.repository = properties.repository();
        this.reader = new DefinitionReader(repository);
        this.cursor = cursor;
        this.losses = losses;
        this.checks = checks;
        this.events = events;
    }

    /** The definition and how far it has been read, which change together. */
    private record Known(@Nullable PlatformDefinition definition, PlatformState state) {}

    /**
     * Reads the newest commit of main unless it has been read and is good; a broken one leaves the last good one in force. What is
     * wrong with it may end without a commit: the last service of a team that it takes away goes.
     */
    synchronized void refresh() {
        if (!git.exists(repository)) {
            return;
        }
        Optional<CommitId> tip = git.resolve(repository, "refs/heads/main");
        Known before = known;
        boolean seen = tip.isPresent() && tip.get().equals(before.state().seen());
        if (tip.isEmpty() || (seen && before.state().problems().isEmpty())) {
            return;
        }
        if (known.definition() == null) {
            cursor.inForce().filter(commit -> !commit.equals(tip.get())).ifPresent(this::recall);
        }
        Known now = look(tip.get());
        if (!now.equals(before)) {
            known = now;
            now.state()
                    .problems()
                    .forEach(problem -> LOG.warn(
                            "The platform definition of commit {} is not carried out: {}",
                            tip.get().brief(),
                            problem));
            cursor.remember(now.state().inForce(), tip.get());
            events.publishEvent(new PlatformChanged());
        }
    }

    private Known look(CommitId commit) {
        FileTree tree = git.snapshot(repository, commit);
        return switch (reader.read(tree)) {
            case Reading.Good good -> {
                List<Problem> losses = losses(good.definition(), tree);
                yield losses.isEmpty()
                        ? new Known(good.definition(), new PlatformState(commit, commit, List.of()))
                        : stay(commit, both(reader.passedOver(tree), losses));
            }
            case Reading.Bad bad -> stay(commit, bad.problems());
        };
    }

    private Known stay(CommitId seen, List<Problem> problems) {
        return new Known(
                known.definition(), new PlatformState(seen, known.state().inForce(), problems));
    }

    private List<Problem> losses(PlatformDefinition definition, FileTree tree) {
        return find().map(before -> losses.between(before, definition, tree)).orElse(List.of());
    }

    private static List<Problem> both(List<Problem> some, List<Problem> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** After a restart: the commit that was in force before the process ended. */
    private void recall(CommitId commit) {
        if (reader.read(git.snapshot(repository, commit)) instanceof Reading.Good good) {
            known = new Known(good.definition(), new PlatformState(null, commit, List.of()));
        }
    }

    @Override
    public PlatformDefinition current() {
        return find().orElseThrow(() -> new PlatformException(
                ProblemCode.UNAVAILABLE,
                Problem.of("There is no valid platform definition yet.")
                        .next("Look at platform.yaml on main of " + repository + ".")));
    }

    @Override
    public Optional<PlatformDefinition> find() {
        return Optional.ofNullable(known.definition());
    }

    @Override
    public Optional<DefinitionAtMain> newest() {
        refresh();
        Known now = known;
        PlatformDefinition definition = now.definition();
        CommitId main = now.state().seen();
        CommitId source = now.state().inForce();
        return definition == null || main == null || source == null
                ? Optional.empty()
                : Optional.of(new DefinitionAtMain(main, source, definition));
    }

    @Override
    public PlatformState state() {
        return known.state();
    }

    @Override
    public List<Problem> validate(FileTree tree) {
        List<Problem> problems = new ArrayList<>(reader.passedOver(tree));
        problems.addAll(
                switch (reader.read(tree)) {
                    case Reading.Good good -> losses(good.definition(), tree);
                    case Reading.Bad bad -> bad.problems();
                });
        checks.forEach(check -> problems.addAll(check.problems(tree)));
        return problems;
    }
}
