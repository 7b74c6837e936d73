package dev.slipway.catalog.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers what several callers look up at a time by one question for all of them. Who comes while nobody asks, asks at once for
 * himself alone; who comes meanwhile gathers with others, and when a question ends one of these asks for them. Every question
 * begins after its callers came, so no answer is older than what each would have been told alone. A caller whom others' question
 * has failed, who has waited too long or who is interrupted asks for himself.
 *
 * <p>Safe for use by any number of threads. The question runs in a caller's thread but not on its behalf alone: not for use
 * within a transaction, whose own writes another caller's question does not see, nor where the answer depends on who asks.
 */
final class JointLookup<K, V> {

    /** Callers that one question asks for: as many answers are held at a time, and an entity can have megabytes. */
    private static final int MOST = 16;
    /** A second question goes on while one is held up by an answer of megabytes. */
    private static final int AT_A_TIME = 2;

    private final Function<Set<K>, Map<K, V>> question;
    private final Duration patience;
    private final Deque<Caller<K, V>> gathered = new ArrayDeque<>();
    private int underWay;

    /**
     * @param question answers those of the keys that it knows
     * @param patience how long a caller waits at most for others' question to end and his to be answered
     */
    JointLookup(Function<Set<K>, Map<K, V>> question, Duration patience) {
        this.question = question;
        this.patience = patience;
    }

    /** What a caller does when he waits no longer. */
    private sealed interface Turn<K, V> {}

    /** He asks for these; he is among them. */
    private record AskFor<K, V>(List<Caller<K, V>> callers) implements Turn<K, V> {}

    private record AskAlone<K, V>() implements Turn<K, V> {}

    private record Answered<K, V>(@Nullable V answer) implements Turn<K, V> {}

    private record Caller<K, V>(K key, CompletableFuture<Turn<K, V>> turn) {}

    /**
     * The answer to a key; empty when the question knows none.
     *
     * @throws RuntimeException what the question throws for this key
     */
    Optional<V> find(K key) {
        Caller<K, V> caller = new Caller<>(key, new CompletableFuture<>());
        come(caller);
        Turn<K, V> turn = await(caller);
        if (turn instanceof AskFor<K, V>(List<Caller<K, V>> callers)) {
            turn = askFor(callers, key);
        }
        return turn instanceof Answered<K, V>(V answer)
                ? Optional.ofNullable(answer)
                : Optional.ofNullable(question.apply(Set.of(key)).get(key));
    }

    private synchronized void come(Caller<K, V> caller) {
        gathered.add(caller);
        if (underWay < AT_A_TIME) {
            begin();
        }
    }

    /** Lets the first who gathered ask. */
    private void begin() {
        List<Caller<K, V>> callers = new ArrayList<>();
        while (callers.size() < MOST && !gathered.isEmpty()) {
            callers.add(gathered.removeFirst());
        }
        callers.getFirst().turn().complete(new AskFor<>(callers));
        underWay++;
    }

    private synchronized void end() {
        underWay--;
        if (!gathered.isEmpty()) {
            begin();
        }
    }

    private Turn<K, V> await(Caller<K, V> caller) {
        try {
            return caller.turn().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            // He asks alone.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return leave(caller);
    }

    /** Asks alone, unless it is already this caller who asks for others, or he has been answered. */
    private synchronized Turn<K, V> leave(Caller<K, V> caller) {
        gathered.remove(caller);
        caller.turn().complete(new AskAlone<>());
        return caller.turn().join();
    }

    private Turn<K, V> askFor(List<Caller<K, V>> callers, K key) {
        try {
            Map<K, V> answers = asked(callers);
            callers.forEach(each -> each.turn().complete(new Answered<>(answers.get(each.key()))));
            return new Answered<>(answers.get(key));
        } catch (RuntimeException e) {
            if (callers.size() == 1) {
                throw e;
            }
            return new AskAlone<>();
        } finally {
            // Does nothing to those who have been answered.
            callers.forEach(each -> each.turn().complete(new AskAlone<>()));
        }
    }

    private Map<K, V> asked(List<Caller<K, V>> callers) {
        try {
            return question.apply(callers.stream().map(Caller::key).collect(Collectors.toSet()));
        } finally {
            end();
        }
    }
}
