package dev.slipway.traffic.measure;

import dev.slipway.traffic.measure.Recorder.Slot;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Windows that have ended, in PostgreSQL. */
@Component
class MeasurementStore {

    private final JdbcClient jdbc;

    /** @param recorder the process that counted: replicas, and the one before a restart, count the same windows */
    record Stored(UUID recorder, Slot slot, Tally tally) {}

    MeasurementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does nothing when it was stored already. */
    void store(UUID recorder, Slot slot, Tally tally) {
        Map<Integer, Long> counts = tally.latencies().counts();
        jdbc.sql("""
                        insert into traffic_measurements
                            (application, window_start, recorder, requests, errors, buckets, counts)
                        values (:application, :start, :recorder, :requests, :errors, :buckets, :counts)
                        on conflict do nothing""")
                .param("application", slot.application())
                .param("start", at(slot.start()))
                .param("recorder", recorder)
                .param("requests", tally.requests())
                .param("errors", tally.errors())
                .param("buckets", counts.keySet().toArray(Integer[]::new))
                .param("counts", counts.values().toArray(Long[]::new))
                .update();
    }

    /** Windows that begin at or after {@code from} and before {@code to}. */
    List<Stored> between(String application, Instant from, Instant to) {
        return jdbc.sql("""
                        select recorder, window_start, requests, errors, buckets, counts from traffic_measurements
                        where application = ? and window_start >= ? and window_start < ?""")
                .params(application, at(from), at(to))
                .query((row, number) -> read(application, row))
                .list();
    }

    /** The newest window of each application that has one at or after this moment. */
    Map<String, Instant> last(Instant from) {
        Map<String, Instant> last = new HashMap<>();
        jdbc.sql("""
                        select application, max(window_start) as newest from traffic_measurements
                        where window_start >= ? group by application""").param(at(from)).query((ResultSet row) -> {
            last.put(
                    row.getString("application"),
                    row.getObject("newest", OffsetDateTime.class).toInstant());
        });
        return last;
    }

    void forgetBefore(Instant start) {
        jdbc.sql("delete from traffic_measurements where window_start < ?")
                .param(at(start))
                .update();
    }

    private static Stored read(String application, ResultSet row) throws SQLException {
        Tally tally = new Tally(row.getLong("requests"), row.getLong("errors"));
        Array buckets = row.getArray("buckets");
        Array counts = row.getArray("counts");
        Integer[] bucket = (Integer[]) buckets.getArray();
        Long[] count = (Long[]) counts.getArray();
        for (int i = 0; i < bucket.length; i++) {
            tally.latencies().add(bucket[i], count[i]);
        }
        Instant start = row.getObject("window_start", OffsetDateTime.class).toInstant();
        return new Stored(row.getObject("recorder", UUID.class), new Slot(application, start), tally);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
