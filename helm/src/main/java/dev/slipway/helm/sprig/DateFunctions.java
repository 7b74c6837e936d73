package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.Function;
import dev.slipway.gotemplate.FunctionException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Dates and durations; the zone of the place is UTC. What is no date is now, as in Sprig. */
final class DateFunctions {
    private static final String DAY = "2006-01-02";

    private final Outside outside;

    private DateFunctions(Outside outside) {
        this.outside = outside;
    }

    static void declare(Declarations to) {
        to.add("duration", taking(ANY), a -> GoDuration.print(seconds(a.getFirst())))
                .add("toDate", taking(STRING, STRING), a -> parsedOrFirst(text(a, 0), text(a, 1)))
                .add("mustToDate", taking(STRING, STRING), a -> parsed(text(a, 0), text(a, 1)));
    }

    static void declareAsking(Declarations to, Outside outside) {
        DateFunctions dates = new DateFunctions(outside);
        to.call("now", taking(), (call, a) -> GoTime.utc(outside.now(call)))
                .call(
                        "date",
                        taking(STRING, ANY),
                        (call, a) -> dates.time(call, a.get(1)).format(text(a, 0)))
                .call(
                        "htmlDate",
                        taking(ANY),
                        (call, a) -> dates.time(call, a.getFirst()).format(DAY))
                .call(
                        "htmlDateInZone",
                        taking(ANY, STRING),
                        (call, a) ->
                                dates.inZone(call, a.getFirst(), text(a, 1)).format(DAY))
                .call(
                        "unixEpoch",
                        taking(ANY),
                        (call, a) -> Long.toString(
                                dates.time(call, a.getFirst()).time().toEpochSecond()))
                .call(
                        "ago",
                        taking(ANY),
                        (call, a) -> GoDuration.print(
                                dates.since(call, a.getFirst()) / GoDuration.SECOND * GoDuration.SECOND))
                .call("durationRound", taking(ANY), (call, a) -> GoDuration.rounded(dates.nanos(call, a.getFirst())));
        for (String name : List.of("dateInZone", "date_in_zone")) {
            to.call(
                    name,
                    taking(STRING, ANY, STRING),
                    (call, a) -> dates.inZone(call, a.get(1), text(a, 2)).format(text(a, 0)));
        }
        for (String name : List.of("dateModify", "date_modify", "mustDateModify", "must_date_modify")) {
            to.call(name, taking(STRING, ANY), dates.modify(name.startsWith("must")));
        }
    }

    private static String text(List<@Nullable Object> a, int index) {
        return (String) Objects.requireNonNull(a.get(index));
    }

    private static GoTime parsed(String layout, String value) {
        try {
            GoLayoutReader.Result result = GoLayoutReader.read(layout, value);
            return new GoTime(result.time(), result.zone());
        } catch (IllegalArgumentException e) {
            throw new FunctionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static GoTime parsedOrFirst(String layout, String value) {
        try {
            return parsed(layout, value);
        } catch (FunctionException e) {
            return GoTime.utc(Instant.parse("0001-01-01T00:00:00Z"));
        }
    }

    private static long seconds(@Nullable Object value) {
        return switch (value) {
            case String text -> Casts.whole(text) * GoDuration.SECOND;
            case Integer number -> number * GoDuration.SECOND;
            case null, default -> 0;
        };
    }

    private GoTime time(Call call, @Nullable Object value) {
        return switch (value) {
            case GoTime time -> time;
            case Double _ -> GoTime.utc(outside.now(call));
            case Number number -> GoTime.utc(Instant.ofEpochSecond(number.longValue()));
            case null, default -> GoTime.utc(outside.now(call));
        };
    }

    private GoTime inZone(Call call, @Nullable Object value, String zone) {
        try {
            return time(call, value).in(zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone));
        } catch (DateTimeException e) {
            return time(call, value).in(ZoneOffset.UTC);
        }
    }

    private long since(Call call, @Nullable Object value) {
        return java.time.Duration.between(time(call, value).time().toInstant(), outside.now(call))
                .toNanos();
    }

    private long nanos(Call call, @Nullable Object value) {
        return switch (value) {
            case String text -> durationOrZero(text);
            case Integer number -> number;
            case GoTime time -> since(call, time);
            case null, default -> 0;
        };
    }

    private static long durationOrZero(String text) {
        try {
            return GoDuration.parse(text);
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** Go's function for times alone; one that is no duration leaves the time as it is, or with {@code must} fails. */
    private Function modify(boolean must) {
        return (call, a) -> {
            GoTime time = time(call, a.get(1));
            try {
                return new GoTime(time.time().plusNanos(GoDuration.parse(text(a, 0))), time.zone());
            } catch (IllegalArgumentException e) {
                if (must) {
                    throw new FunctionException(String.valueOf(e.getMessage()), e);
                }
                return time;
            }
        };
    }
}
