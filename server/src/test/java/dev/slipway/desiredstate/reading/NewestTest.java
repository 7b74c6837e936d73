package dev.slipway.desiredstate.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class NewestTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<String> made = Collections.synchronizedList(new ArrayList<>());
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private final Newest<String, String> newest = new Newest<>(key -> {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        made.add(key);
        if (key.equals("broken")) {
            throw new IllegalArgumentException("It is broken.");
        }
        return "of " + key;
    });

    @Test
    void makesOneOfEachOnce() {
        assertThat(newest.find("a", LONG)).contains("of a");
        assertThat(newest.find("a", Duration.ZERO)).contains("of a");
        assertThat(newest.find("b", LONG)).contains("of b");
        assertThat(made).containsExactly("a", "b");
    }

    @Test
    void answersWithTheOneBeforeWhileTheNextIsMade() {
        newest.find("a", LONG);
        gate = new CountDownLatch(1);

        assertThat(newest.find("b", Duration.ZERO)).contains("of a");
        gate.countDown();

        await().until(() -> newest.find("b", Duration.ZERO), Optional.of("of b")::equals);
        assertThat(made).containsExactly("a", "b");
    }

    @Test
    void saysThatThereIsNothingWhileTheFirstIsMade() {
        gate = new CountDownLatch(1);

        assertThat(newest.find("a", Duration.ZERO)).isEmpty();
        gate.countDown();

        await().until(() -> newest.find("a", Duration.ZERO), Optional.of("of a")::equals);
        gate = new CountDownLatch(1);
        assertThat(newest.find("b", Duration.ZERO)).contains("of a");
        gate.countDown();
    }

    @Test
    void makesWhatCameMeanwhileForWhoWaits() {
        newest.find("a", LONG);
        gate = new CountDownLatch(1);
        newest.find("b", Duration.ZERO);
        assertThat(newest.find("c", Duration.ofMillis(1))).contains("of a");
        gate.countDown();

        assertThat(newest.find("c", LONG)).contains("of c");
    }

    @Test
    void triesAgainWhatFailed() {
        assertThatThrownBy(() -> newest.find("broken", LONG)).hasMessage("It is broken.");
        assertThatThrownBy(() -> newest.find("broken", LONG)).hasMessage("It is broken.");
        assertThat(made).containsExactly("broken", "broken");
    }

    @Test
    void doesNotMindThatAnotherFailed() {
        gate = new CountDownLatch(1);
        newest.find("broken", Duration.ZERO);
        gate.countDown();

        assertThat(newest.find("a", LONG)).contains("of a");
    }
}
