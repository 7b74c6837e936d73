package dev.slipway.desiredstate.parity;

import dev.slipway.desiredstate.ParityDay;
import dev.slipway.kernel.CommitId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was counted day by day; the last count of a day stays, and days older than the limit go. */
@Repository
class ParityDays {

    private static final int KEPT_DAYS = 400;

    private final JdbcClient database;

    ParityDays(JdbcClient database) {
        this.database = database;
    }

    void put(ParityDay day, Instant now) {
        database.sql("""
                        insert into desiredstate_parity_days (day, from_environment, to_environment, matching, excepted, differing,
                            unknown, commit_id, counted_at)
                        values (:day, :from, :to, :matching, :excepted, :differing, :unknown, :commit, :now)
                        on conflict (day, from_environment, to_environment) do update set matching = excluded.matching,
                            excepted = excluded.excepted, differing = excluded.differing, unknown = excluded.unknown,
                            commit_id = excluded.commit_id, counted_at = excluded.counted_at
                        """)
                .param("day", day.day())
                .param("from", day.from())
                .param("to", day.to())
                .param("matching", day.matching())
                .param("excepted", day.excepted())
                .param("differing", day.differing())
                .param("unknown", day.unknown())
                .param("commit", day.commit().value())
                .param("now", Timestamp.from(now))
                .update();
    }

    void forgetBefore(LocalDate today) {
        database.sql("delete from desiredstate_parity_days where day < ?")
                .param(today.minusDays(KEPT_DAYS))
                .update();
    }

    List<ParityDay> since(LocalDate day) {
        return database.sql("""
                        select day, from_environment, to_environment, matching, excepted, differing, unknown, commit_id
                        from desiredstate_parity_days where day >= ? order by day, from_environment, to_environment
                        """)
                .param(day)
                .query((row, _) -> new ParityDay(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        new CommitId(row.getString(8))))
                .list();
    }
}
