package dev.slipway.gitops;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Paths by their hashes alone: tells quickly that two sets have none in common, which is so nearly always, and rarely says that
 * they have one where they have none.
 */
final class Paths {

    private final int[] hashes;

    private Paths(int[] hashes) {
        this.hashes = hashes;
    }

    static Paths of(Collection<String> paths) {
        return new Paths(
                paths.stream().mapToInt(String::hashCode).sorted().distinct().toArray());
    }

    static Paths all(List<Paths> some) {
        return some.size() == 1
                ? some.getFirst()
                : new Paths(some.stream()
                        .flatMapToInt(each -> Arrays.stream(each.hashes))
                        .sorted()
                        .distinct()
                        .toArray());
    }

    boolean mayHold(String path) {
        return Arrays.binarySearch(hashes, path.hashCode()) >= 0;
    }

    boolean mayMeet(Paths other) {
        int[] few = hashes.length < other.hashes.length ? hashes : other.hashes;
        int[] many = hashes.length < other.hashes.length ? other.hashes : hashes;
        for (int hash : few) {
            if (Arrays.binarySearch(many, hash) >= 0) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return hashes.length;
    }
}
