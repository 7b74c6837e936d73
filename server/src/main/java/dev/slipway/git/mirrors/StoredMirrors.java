package dev.slipway.git.mirrors;

import dev.slipway.git.GitMirrors;
import dev.slipway.git.Mirror;
import dev.slipway.git.imports.MirrorTransfer;
import dev.slipway.kernel.Problem;
import dev.slipway.scheduling.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mirrors in PostgreSQL. */
@Component
class StoredMirrors implements GitMirrors {

    /** That somebody asks is written down this often, not with every question. */
    private static final Duration NOTED = Duration.ofHours(1);

    private final MirrorTable table;
    private final MirrorTransfer transfer;
    private final Wakeups wakeups;
    private final Clock clock;
    private final Map<Wish, Instant> noted = new ConcurrentHashMap<>();

    private record Wish(MirrorAddress address, @Nullable String secret) {}

    StoredMirrors(MirrorTable table, MirrorTransfer transfer, Wakeups wakeups, Clock clock) {
        this.table = table;
        this.transfer = transfer;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    @Override
    public List<Problem> problems(String url) {
        return transfer.problems(url);
    }

    @Override
    public Mirror of(String url, @Nullable String secret) {
        Wish wish = new Wish(MirrorAddress.of(url), secret);
        Instant before = noted.get(wish);
        MirrorTable.Row known = before != null && before.plus(NOTED).isAfter(clock.instant())
                ? table.find(wish.address()).orElse(null)
                : null;
        return known == null ? note(wish) : known.mirror();
    }

    private Mirror note(Wish wish) {
        table.want(wish.address(), wish.secret());
        noted.put(wish, clock.instant());
        MirrorTable.Row row = table.find(wish.address()).orElseThrow();
        if (!row.mirror().dueAt().isAfter(clock.instant())) {
            wakeups.wake(MirrorFetching.NAME);
        }
        return row.mirror();
    }

    @Override
    public List<Mirror> all() {
        return table.all().stream().map(MirrorTable.Row::mirror).toList();
    }

    @Override
    public List<Mirror> refresh(Collection<String> urls) {
        List<Mirror> concerned = urls.stream()
                .map(MirrorAddress::of)
                .distinct()
                .filter(table::hasten)
                .flatMap(address -> table.find(address).stream())
                .map(MirrorTable.Row::mirror)
                .toList();
        if (!concerned.isEmpty()) {
            wakeups.wake(MirrorFetching.NAME);
        }
        return concerned;
    }
}
