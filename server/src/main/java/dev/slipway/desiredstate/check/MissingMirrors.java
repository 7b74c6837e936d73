package dev.slipway.desiredstate.check;

import dev.slipway.git.GitMirrors;
import dev.slipway.git.Mirror;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The repositories elsewhere that nothing can be read of yet. */
@Component
class MissingMirrors {

    private final GitMirrors mirrors;

    MissingMirrors(GitMirrors mirrors) {
        this.mirrors = mirrors;
    }

    private List<Mirror> all() {
        return mirrors.all().stream().filter(each -> !each.isReadable()).toList();
    }

    /** Whether one of them has not been tried yet. */
    private boolean isAwaited() {
        return all().stream().anyMatch(Mirror::isAwaited);
    }

    /**
     * Whether what was read since is all there is to read: nothing is being fetched, and nothing was meanwhile.
     *
     * @param before how {@link #describe} had it
     */
    boolean isSettledSince(String before) {
        return !isAwaited() && describe().equals(before);
    }

    /** Another text as soon as one of them can be read, or fails otherwise. */
    String describe() {
        return all().stream()
                .map(each -> "\n" + each.url() + " " + (each.isAwaited() ? "is awaited" : each.failure()))
                .collect(Collectors.joining());
    }
}
