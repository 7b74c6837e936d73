package dev.slipway.catalog.web;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class JointLookupTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String HELD = "held";

    private final List<Set<String>> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch free = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    @Test
    void asksForOneCallerAtOnce() {
        JointLookup<String, String> lookup = new JointLookup<>(this::answers, LONG);

        assertThat(lookup.find("shop")).contains("shop!");
        assertThat(lookup.find("none")).isEmpty();
        assertThat(asked).containsExactly(Set.of("shop"), Set.of("none"));
    }

    @Test
    void asksOnceForThoseWhoCameMeanwhile() {
        JointLookup<String, String> lookup = held(LONG);

        List<CompletableFuture<Optional<String>>> found = gathering(lookup, "shop", "none", "shop", "till");
        assertThat(asked).hasSize(2);
        free.countDown();

        assertThat(found.stream().map(CompletableFuture::join))
                .containsExactly(Optional.of("shop!"), Optional.empty(), Optional.of("shop!"), Optional.of("till!"));
        assertThat(asked).hasSize(3).last().isEqualTo(Set.of("shop", "none", "till"));
    }

    @Test
    void asksForABoundedNumberTogether() {
        JointLookup<String, String> lookup = held(LONG);

        List<CompletableFuture<Optional<String>>> found = gathering(
                lookup, IntStream.range(0, 50).mapToObj(String::valueOf).toArray(String[]::new));
        free.countDown();

        assertThat(found).allSatisfy(each -> assertThat(each.join()).isPresent());
        assertThat(asked).allSatisfy(keys -> assertThat(keys).hasSizeLessThanOrEqualTo(16));
        assertThat(asked).hasSize(2 + 4);
    }

    @Test
    void failsOnlyTheCallerWhoseKeyFails() {
        JointLookup<String, String> lookup = held(LONG);

        List<CompletableFuture<Optional<String>>> found = gathering(lookup, "shop", "broken", "till");
        free.countDown();

        assertThat(found.get(0).join()).contains("shop!");
        assertThat(found.get(2).join()).contains("till!");
        assertThatThrownBy(found.get(1)::join).hasRootCauseMessage("broken");
    }

    @Test
    void goesOnWhenQuestionsThatHangAreInterrupted() {
        JointLookup<String, String> lookup = held(LONG);

        List<CompletableFuture<Optional<String>>> found = gathering(lookup, "shop", "till");
        threads.subList(0, 2).forEach(Thread::interrupt);

        assertThat(found.stream().map(CompletableFuture::join))
                .containsExactly(Optional.of("shop!"), Optional.of("till!"));
        assertThat(lookup.find("again")).contains("again!");
    }

    @Test
    void asksAloneWhenInterruptedWhileGathered() {
        JointLookup<String, String> lookup = held(LONG);

        CompletableFuture<Optional<String>> interrupted =
                gathering(lookup, "shop").getFirst();
        threads.getLast().interrupt();
        assertThat(interrupted.join()).contains("shop!");

        CompletableFuture<Optional<String>> behind = gathering(lookup, "till").getFirst();
        free.countDown();
        assertThat(behind.join()).contains("till!");
        assertThat(asked).last().isEqualTo(Set.of("till"));
    }

    @Test
    void asksAloneWhenOthersQuestionsLastTooLong() {
        JointLookup<String, String> lookup = held(Duration.ofMillis(1));

        assertThat(lookup.find("shop")).contains("shop!");
        assertThat(asked).last().isEqualTo(Set.of("shop"));
        free.countDown();
    }

    /** With as many questions under way as may be, all waiting until {@link #free}. */
    private JointLookup<String, String> held(Duration patience) {
        JointLookup<String, String> lookup = new JointLookup<>(this::answers, patience);
        begin(lookup, HELD);
        begin(lookup, HELD);
        await().until(() -> asked.size() == 2);
        return lookup;
    }

    /** Looks up in a thread each, which all wait for their turn when this returns. */
    private List<CompletableFuture<Optional<String>>> gathering(JointLookup<String, String> lookup, String... keys) {
        List<CompletableFuture<Optional<String>>> found = new ArrayList<>();
        for (String key : keys) {
            found.add(begin(lookup, key));
            await().until(() -> threads.getLast().getState() == Thread.State.TIMED_WAITING);
        }
        return found;
    }

    private CompletableFuture<Optional<String>> begin(JointLookup<String, String> lookup, String key) {
        CompletableFuture<Optional<String>> found = new CompletableFuture<>();
        threads.add(Thread.ofVirtual().start(() -> {
            try {
                found.complete(lookup.find(key));
            } catch (RuntimeException e) {
                found.completeExceptionally(e);
            }
        }));
        return found;
    }

    private Map<String, String> answers(Set<String> keys) {
        asked.add(keys);
        if (keys.contains(HELD)) {
            hold();
        }
        if (keys.contains("broken")) {
            throw new IllegalStateException("broken");
        }
        return keys.stream().filter(key -> !key.equals("none")).collect(toMap(identity(), key -> key + "!"));
    }

    private void hold() {
        try {
            assertThat(free.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
