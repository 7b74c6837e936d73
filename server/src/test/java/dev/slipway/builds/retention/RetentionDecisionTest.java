package dev.slipway.builds.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.builds.BuildId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.operations.RetentionPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RetentionDecisionTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final RetentionDecision decision = decision("90d", 2, "30d");

    private static RetentionDecision decision(String builds, int newest, String images) {
        return new RetentionDecision(
                new RetentionSettings(RetentionPeriod.valueOf(builds), newest, RetentionPeriod.valueOf(images)), NOW);
    }

    private static BuildFact build(int number, int daysAgo, boolean succeeded) {
        return new BuildFact(
                new BuildId(number),
                commit(number),
                NOW.minus(Duration.ofDays(daysAgo)),
                succeeded,
                succeeded ? Set.of(image(number)) : Set.of());
    }

    private static CommitId commit(int number) {
        return new CommitId("%040x".formatted(number));
    }

    private static ImageDigest image(int number) {
        return new ImageDigest("sha256:%064x".formatted(number));
    }

    private static List<Long> numbers(List<BuildFact> builds) {
        return builds.stream().map(build -> build.id().value()).toList();
    }

    @Example
    void oldBuildsGoButTheNewestAndTheNewestThatSucceededStay() {
        List<BuildFact> builds = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> build(number, 200 - number, number <= 8))
                .toList();

        assertThat(numbers(decision.removable(builds, Set.of(), Set.of()))).containsExactly(1L, 2L, 3L, 9L, 10L);
    }

    @Example
    void aBuildThatRunsOrEndedLatelyStays() {
        BuildFact running = new BuildFact(new BuildId(1), commit(1), null, false, Set.of());
        List<BuildFact> builds =
                List.of(running, build(2, 89, false), build(3, 91, false), build(4, 1, false), build(5, 1, false));

        assertThat(numbers(decision.removable(builds, Set.of(), Set.of()))).containsExactly(3L);
    }

    @Example
    void forEverIsForEver() {
        List<BuildFact> builds = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> build(number, 9_000, false))
                .toList();
        List<ImageFact> images = List.of(new ImageFact("acme/a", image(1), Instant.EPOCH));
        RetentionDecision never = decision("forever", 1, "0");

        assertThat(never.removable(builds, Set.of(), Set.of())).isEmpty();
        assertThat(never.removable(images, Set.of())).isEmpty();
    }

    @Example
    void anImageGoesWhenItWasNotNeededForLongEnough() {
        ImageFact old = new ImageFact("acme/a", image(1), NOW.minus(Duration.ofDays(31)));
        ImageFact fresh = new ImageFact("acme/a", image(2), NOW.minus(Duration.ofDays(29)));

        assertThat(decision.removable(List.of(old, fresh), Set.of())).containsExactly(old);
    }

    @Property
    void nothingThatIsInUseIsEverRemoved(
            @ForAll("builds") List<BuildFact> builds,
            @ForAll("numbers") Set<Integer> used,
            @ForAll("numbers") Set<Integer> pointedTo) {
        Set<ImageDigest> inUse = used.stream().map(RetentionDecisionTest::image).collect(Collectors.toSet());
        Set<CommitId> tips =
                pointedTo.stream().map(RetentionDecisionTest::commit).collect(Collectors.toSet());
        List<ImageFact> images = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> new ImageFact("acme/a", image(number), Instant.EPOCH))
                .toList();

        List<BuildFact> builtAndGone = decision.removable(builds, tips, inUse);
        Set<ImageDigest> wanted = decision.wanted(builds, tips);
        wanted.addAll(inUse);
        List<ImageFact> gone = decision.removable(images, wanted);

        assertThat(builtAndGone).noneMatch(build -> build.images().stream().anyMatch(inUse::contains));
        assertThat(builtAndGone).noneMatch(build -> tips.contains(build.commit()));
        assertThat(gone).noneMatch(image -> inUse.contains(image.digest()));
        assertThat(builds.stream()
                        .filter(build -> tips.contains(build.commit()))
                        .flatMap(build -> build.images().stream()))
                .noneMatch(
                        digest -> gone.stream().anyMatch(image -> image.digest().equals(digest)));
    }

    @Property
    void everyRepositoryKeepsItsNewestBuilds(@ForAll("builds") List<BuildFact> builds) {
        List<Long> left = numbers(builds);
        left = left.stream()
                .filter(number ->
                        !numbers(decision.removable(builds, Set.of(), Set.of())).contains(number))
                .toList();

        assertThat(left).hasSizeGreaterThanOrEqualTo(Math.min(2, builds.size()));
        assertThat(left).containsAll(numbers(builds.reversed().stream().limit(2).toList()));
    }

    @Provide
    Arbitrary<Set<Integer>> numbers() {
        return Arbitraries.integers().between(1, 40).set().ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<BuildFact>> builds() {
        Arbitrary<BuildFact> any = Combinators.combine(
                        Arbitraries.integers().between(0, 300), Arbitraries.of(true, false))
                .as((daysAgo, succeeded) -> build(1, daysAgo, succeeded));
        return any.list()
                .ofMaxSize(40)
                .map(list -> IntStream.range(0, list.size())
                        .mapToObj(i -> new BuildFact(
                                new BuildId(i + 1L),
                                commit(i + 1),
                                list.get(i).endedAt(),
                                list.get(i).succeeded(),
                                list.get(i).succeeded() ? Set.of(image(i + 1)) : Set.of()))
                        .toList());
    }
}
