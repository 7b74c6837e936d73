package dev.slipway.previews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desiredstate.Desired;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ServiceName;
import dev.slipway.previews.PreviewsModel.Pull;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/**
 * Whatever happens to pull requests, whichever events get lost, come twice or in another order, and wherever the process
 * dies: after a sweep, what lies in Git and runs is what the rules say; after everything is closed, nothing is left.
 */
class PreviewsModelIT {

    private static final int EVERY_DAY = 4;
    private static final int LONG = 60;
    private static final int LIMIT = 3;
    private static final List<String> SERVICES = List.of("shop", "till");

    /** What can happen; a sweep happens only where one is named, so all other events are lost. */
    enum Event {
        OPEN,
        PUSH,
        BUILD,
        FAIL,
        CLOSE,
        REOPEN,
        MERGE,
        LABEL,
        UNLABEL,
        APPROVE,
        END,
        RENEW,
        WAIT,
        SWEEP,
        SWEEP_TWICE,
        DIE
    }

    /** @param choice decides between several pull requests, services, moments */
    record Step(Event event, int choice) {}

    @Provide
    Arbitrary<List<Step>> stories() {
        Arbitrary<Event> events = Arbitraries.frequency(
                Tuple.of(8, Event.OPEN),
                Tuple.of(6, Event.PUSH),
                Tuple.of(4, Event.BUILD),
                Tuple.of(1, Event.FAIL),
                Tuple.of(2, Event.CLOSE),
                Tuple.of(2, Event.REOPEN),
                Tuple.of(1, Event.MERGE),
                Tuple.of(1, Event.LABEL),
                Tuple.of(1, Event.UNLABEL),
                Tuple.of(2, Event.APPROVE),
                Tuple.of(1, Event.END),
                Tuple.of(1, Event.RENEW),
                Tuple.of(5, Event.WAIT),
                Tuple.of(5, Event.SWEEP),
                Tuple.of(1, Event.SWEEP_TWICE),
                Tuple.of(3, Event.DIE));
        Arbitrary<Integer> choices =
                Arbitraries.integers().between(0, 1000).withDistribution(RandomDistribution.uniform());
        return Combinators.combine(events, choices)
                .as(Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(80)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = EVERY_DAY, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void afterASweepGitIsWhatTheRulesSay(@ForAll("stories") List<Step> story) {
        try (PreviewsWorld world = new PreviewsWorld(LIMIT, "shop", "till")) {
            Play play = new Play(world, new PreviewsModel(LIMIT));
            story.forEach(play::happens);
            play.sweepsAndHolds();
            play.closesEverything();
        }
    }

    @Tag("long")
    @Property(tries = LONG, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void afterASweepGitIsWhatTheRulesSayForLong(@ForAll("stories") List<Step> story) {
        afterASweepGitIsWhatTheRulesSay(story);
    }

    /** A story as it happens to the world and to the model. */
    private record Play(PreviewsWorld world, PreviewsModel model) {

        void happens(Step step) {
            world.clock.advance(Duration.ofSeconds(1));
            switch (step.event()) {
                case OPEN -> opens(step.choice());
                case SWEEP -> sweepsAndHolds();
                case SWEEP_TWICE -> {
                    sweepsAndHolds();
                    sweepsAndHolds();
                }
                case DIE -> dies(step.choice());
                case WAIT -> world.clock.advance(Duration.ofDays(step.choice() % 7));
                case PUSH, BUILD, FAIL, CLOSE, MERGE, LABEL, UNLABEL, APPROVE, END, RENEW -> {
                    List<Pull> open = model.open();
                    if (!open.isEmpty()) {
                        happens(step.event(), open.get(step.choice() % open.size()));
                    }
                    if (step.event() == Event.PUSH && !open.isEmpty()) {
                        buildsMostly(open.get(step.choice() % open.size()), step.choice());
                    }
                }
                case REOPEN -> reopens(step.choice());
            }
        }

        private void opens(int choice) {
            String service = SERVICES.get(choice % SERVICES.size());
            boolean stranger = choice % 4 == 0;
            String author = stranger ? "sam" : "rosa";
            String branch = "branch-" + model.pulls.size();
            PullRequest pull = world.open(service, branch, author);
            world.people.strangers.add("sam");
            model.pulls.add(new Pull(pull.ref(), branch, pull.head(), stranger, pull.openedAt()));
            buildsMostly(model.pulls.getLast(), choice);
        }

        /** The image of most commits is there before anybody looks. */
        private void buildsMostly(Pull pull, int choice) {
            if (choice / 10 % 3 > 0) {
                happens(Event.BUILD, pull);
            }
        }

        private void happens(Event event, Pull pull) {
            String service = pull.ref.repository().name();
            switch (event) {
                case PUSH -> pull.head = world.commit(service, pull.branch, "more");
                case BUILD -> {
                    world.builds.succeed(pull.ref.repository(), pull.head);
                    model.built.add(pull.head);
                }
                case FAIL -> {
                    if (!model.built.contains(pull.head)) {
                        world.builds.fail(pull.ref.repository(), pull.head);
                    }
                }
                case CLOSE -> {
                    world.host.close(pull.ref, PreviewsWorld.ROSA);
                    pull.open = false;
                }
                case MERGE -> {
                    world.host.merge(pull.ref, pull.head, PreviewsWorld.ROSA);
                    pull.open = world.now(pull.ref).state() == PullRequest.State.OPEN;
                }
                case LABEL -> {
                    world.host.label(pull.ref, "keep", PreviewsWorld.ROSA);
                    pull.kept = true;
                }
                case UNLABEL -> {
                    world.host.unlabel(pull.ref, "keep", PreviewsWorld.ROSA);
                    pull.kept = false;
                }
                case APPROVE, END, RENEW -> commands(event, pull, new ServiceName(service));
                case OPEN, REOPEN, WAIT, SWEEP, SWEEP_TWICE, DIE -> throw new IllegalArgumentException();
            }
        }

        /** People can only say something about a preview that a sweep has seen. */
        private void commands(Event event, Pull pull, ServiceName service) {
            if (!pull.head.equals(pull.seen)) {
                return;
            }
            int number = pull.ref.number();
            switch (event) {
                case APPROVE -> {
                    world.previews.approve(service, number, pull.head, PreviewsWorld.ROSA);
                    pull.approved.add(pull.head);
                }
                case END -> {
                    world.previews.end(service, number, PreviewsWorld.ROSA);
                    pull.ended = true;
                }
                default -> {
                    world.previews.renew(service, number, PreviewsWorld.ROSA);
                    pull.ended = false;
                    pull.activeAt = world.clock.instant();
                }
            }
        }

        private void reopens(int choice) {
            List<Pull> closed = model.pulls.stream()
                    .filter(pull -> world.now(pull.ref).state() == PullRequest.State.CLOSED)
                    .toList();
            if (!closed.isEmpty()) {
                Pull pull = closed.get(choice % closed.size());
                world.host.reopen(pull.ref, PreviewsWorld.ROSA);
                pull.open = true;
            }
        }

        /** The process dies somewhere in a sweep, or in what follows from it. */
        private void dies(int moment) {
            model.sweep(world.clock.instant());
            world.deaths.dieAt(moment % 8);
            try {
                world.round();
            } catch (Deaths.Killed killed) {
                assertThat(killed).isNotNull();
            } finally {
                world.deaths.live();
            }
        }

        void sweepsAndHolds() {
            model.sweep(world.clock.instant());
            world.settle();
            assertThat(live()).isEqualTo(model.shown());
            assertThat(Traces.applications(world.tip())).isEqualTo(model.shown().keySet());
        }

        private Map<String, CommitId> live() {
            Desired desired = world.running();
            Map<String, CommitId> live = new TreeMap<>();
            desired.applications().stream()
                    .filter(application -> application.file().contains("/previews/"))
                    .forEach(application -> {
                        assertThat(application.problems()).isEmpty();
                        assertThat(world.engine.state(application.name())).isPresent();
                        live.put(application.name(), application.commit());
                    });
            return live;
        }

        void closesEverything() {
            List<Pull> open = new ArrayList<>(model.open());
            Collections.shuffle(open, new Random(open.size()));
            open.forEach(pull -> happens(Event.CLOSE, pull));
            sweepsAndHolds();
            assertThat(Traces.of(world.tip())).isEmpty();
            assertThat(world.previews
                            .list(new PreviewQuery(null, null, null, 0, 100))
                            .total())
                    .isZero();
        }
    }
}
