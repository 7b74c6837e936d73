package dev.slipway.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DerivedTest {

    private final String one = new String("same");
    private final String two = new String("same");
    private final String three = new String("three");
    private final List<String> made = new ArrayList<>();

    @Test
    void makesOnlyWhatIsNew() {
        Derived<String, Integer> before = Derived.<String, Integer>nothing().next(List.of(one, three), this::make);
        made.clear();

        Derived<String, Integer> after = before.next(List.of(one, two, three), this::make);

        assertThat(made).hasSize(1).first().isSameAs(two);
        assertThat(after.made()).containsExactly(1, 3, 2);
    }

    @Test
    void takesOverWhatStandsElsewhereNow() {
        Derived<String, Integer> before = Derived.<String, Integer>nothing().next(List.of(one, two, three), this::make);
        made.clear();

        assertThat(before.next(List.of(three, two, one), this::make).made()).containsExactly(3, 2, 1);
        assertThat(before.next(List.of(three, one), this::make).made()).containsExactly(3, 1);
        assertThat(before.next(List.of(two), this::make).made()).containsExactly(2);
        assertThat(before.next(List.of(), this::make).made()).isEmpty();
        assertThat(made).isEmpty();
    }

    @Test
    void comesToTheSameWhateverIsPutInTakenOutOrMoved() {
        Random random = new Random(4711);
        List<String> now = new ArrayList<>();
        Derived<String, Integer> known = Derived.nothing();
        Map<String, Integer> expected = new IdentityHashMap<>();
        for (int i = 0; i < 300; i++) {
            for (int change = random.nextInt(4); change > 0; change--) {
                if (!now.isEmpty() && random.nextBoolean()) {
                    now.remove(random.nextInt(now.size()));
                } else {
                    now.add(random.nextInt(now.size() + 1), new String("new"));
                }
            }
            if (random.nextInt(5) == 0) {
                Collections.shuffle(now, random);
            }
            known = known.next(now, this::make);
            for (int at = 0; at < now.size(); at++) {
                Integer made = known.made().get(at);
                assertThat(expected.computeIfAbsent(now.get(at), _ -> made)).isEqualTo(made);
            }
        }
        assertThat(made).hasSameSizeAs(expected.keySet());
    }

    private int number;

    private Integer make(String from, Integer before) {
        if (before != null) {
            return before;
        }
        made.add(from);
        return ++number;
    }
}
