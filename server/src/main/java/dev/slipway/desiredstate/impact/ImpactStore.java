package dev.slipway.desiredstate.impact;

import dev.slipway.desiredstate.impact.StoredImpact.State;
import dev.slipway.gitops.impact.ImpactReport;
import dev.slipway.kernel.CommitId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The newest comparisons, so that a restart need not make them again. */
@Repository
class ImpactStore {

    /** Of the report as JSON: raised with it, so that what another version stored is computed anew. */
    private static final int FORM = 1;

    private static final int MOST = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;

    ImpactStore(JdbcClient database) {
        this.database = database;
    }

    Optional<StoredImpact> find(Comparison comparison) {
        return database.sql("""
                        select * from desiredstate_impacts
                        where before_commit = :before and after_commit = :after and merged = :merged and form = :form
                        """)
                .param("before", comparison.before().value())
                .param("after", comparison.after().value())
                .param("merged", comparison.merged())
                .param("form", FORM)
                .query((row, _) -> stored(row))
                .optional();
    }

    /** Those that somebody asked for and nobody has made yet, oldest first. */
    List<Comparison> open() {
        return database.sql("select * from desiredstate_impacts where state = :state order by at")
                .param("state", State.COMPUTING.name())
                .query((row, _) -> comparison(row))
                .list();
    }

    /** Notes that it has to be made, again if it was before. */
    void ask(Comparison comparison, Instant now) {
        put(new StoredImpact(comparison, State.COMPUTING, null, null, now));
    }

    void save(StoredImpact impact) {
        put(impact);
        database.sql("""
                        delete from desiredstate_impacts where state <> 'COMPUTING' and at <
                            (select at from desiredstate_impacts order by at desc offset :most limit 1)
                        """).param("most", MOST).update();
    }

    private void put(StoredImpact impact) {
        Comparison comparison = impact.comparison();
        database.sql("""
                        insert into desiredstate_impacts (before_commit, after_commit, merged, form, state, report, problem, at)
                        values (:before, :after, :merged, :form, :state, :report, :problem, :at)
                        on conflict (before_commit, after_commit, merged) do update set
                            form = excluded.form, state = excluded.state, report = excluded.report,
                            problem = excluded.problem, at = excluded.at
                        """)
                .param("before", comparison.before().value())
                .param("after", comparison.after().value())
                .param("merged", comparison.merged())
                .param("form", FORM)
                .param("state", impact.state().name())
                .param("report", impact.report() == null ? null : pack(impact.report()), Types.BINARY)
                .param("problem", impact.problem(), Types.VARCHAR)
                .param("at", Timestamp.from(impact.at()))
                .update();
    }

    private static StoredImpact stored(ResultSet row) throws SQLException {
        byte[] report = row.getBytes("report");
        return new StoredImpact(
                comparison(row),
                State.valueOf(row.getString("state")),
                report == null ? null : unpack(report),
                row.getString("problem"),
                row.getTimestamp("at").toInstant());
    }

    private static Comparison comparison(ResultSet row) throws SQLException {
        return new Comparison(
                new CommitId(row.getString("before_commit")),
                new CommitId(row.getString("after_commit")),
                row.getBoolean("merged"));
    }

    private static byte[] pack(ImpactReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(JSON.writeValueAsBytes(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ImpactReport unpack(byte[] bytes) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return JSON.readValue(zip.readAllBytes(), ImpactReport.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
