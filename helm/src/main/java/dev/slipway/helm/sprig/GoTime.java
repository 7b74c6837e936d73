package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.GoObject;
import dev.slipway.gotemplate.Member;
import dev.slipway.gotemplate.Parameter;
import dev.slipway.gotemplate.Signature;
import dev.slipway.helm.format.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A moment in a zone: Go's time.Time.
 *
 * @param zone its name, empty for an offset without one
 */
record GoTime(OffsetDateTime time, String zone) implements GoObject, Json.Encoded {

    static GoTime utc(Instant instant) {
        return new GoTime(instant.atOffset(ZoneOffset.UTC), "UTC");
    }

    GoTime in(ZoneId id) {
        var there = time.toInstant().atZone(id);
        return new GoTime(
                there.toOffsetDateTime(),
                id.equals(ZoneOffset.UTC)
                        ? "UTC"
                        : DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(there));
    }

    String format(String layout) {
        return GoLayout.format(layout, time, zone.isEmpty() ? GoLayout.format("-0700", time, "") : zone);
    }

    @Override
    public String typeName() {
        return "time.Time";
    }

    @Override
    public @Nullable Member member(String name) {
        return switch (name) {
            case "Format" ->
                new Member.Method(
                        Signature.of(Parameter.STRING),
                        (call, a) -> format((String) Objects.requireNonNull(a.getFirst())));
            case "Unix" -> value(time.toEpochSecond());
            case "UnixNano" -> value(time.toEpochSecond() * 1_000_000_000 + time.getNano());
            case "UnixMilli" -> value(time.toInstant().toEpochMilli());
            case "Year" -> value((long) time.getYear());
            case "Month" -> value(format("January"));
            case "Day" -> value((long) time.getDayOfMonth());
            case "Hour" -> value((long) time.getHour());
            case "Minute" -> value((long) time.getMinute());
            case "Second" -> value((long) time.getSecond());
            case "Nanosecond" -> value((long) time.getNano());
            case "YearDay" -> value((long) time.getDayOfYear());
            case "Weekday" -> value(format("Monday"));
            case "UTC" -> value(utc(time.toInstant()));
            case "String" -> value(print());
            default -> null;
        };
    }

    private static Member value(Object value) {
        return new Member.Method(Signature.of(), (call, a) -> value);
    }

    @Override
    public Object json() {
        return format("2006-01-02T15:04:05.999999999Z07:00");
    }

    @Override
    public String print() {
        return format("2006-01-02 15:04:05.999999999 -0700 MST");
    }
}
