package dev.slipway.scaffolder;

import java.util.List;
import java.util.Set;

/**
 * Which runs, in what order.
 *
 * @param accounts who asked for them; empty for all
 * @param statuses how they stand; empty for any
 * @param templates their names; empty for all
 * @param limit at most so many, 1 to 200
 * @param offset so many are left out at the beginning
 */
public record RunQuery(
        Set<String> accounts,
        Set<RunStatus> statuses,
        Set<String> templates,
        List<Order> order,
        int limit,
        long offset) {

    public static final int MOST = 200;

    public RunQuery {
        accounts = Set.copyOf(accounts);
        statuses = Set.copyOf(statuses);
        templates = Set.copyOf(templates);
        order = List.copyOf(order);
        limit = Math.clamp(limit, 1, MOST);
        offset = Math.max(0, offset);
    }

    /** The newest of all. */
    public static RunQuery newest(int limit) {
        return new RunQuery(Set.of(), Set.of(), Set.of(), List.of(), limit, 0);
    }

    /** By a field, rising or falling; what is equal comes the newest first. */
    public record Order(Field field, boolean descending) {}

    /** What runs are ordered by. */
    public enum Field {
        ID,
        TEMPLATE,
        STATUS,
        ACCOUNT,
        STARTED,
        HEARTBEAT
    }
}
