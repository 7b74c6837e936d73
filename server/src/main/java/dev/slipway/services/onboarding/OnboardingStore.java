package dev.slipway.services.onboarding;

import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.services.Detection;
import dev.slipway.services.Onboarding;
import dev.slipway.services.Onboarding.State;
import dev.slipway.services.OnboardingId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of onboardings. */
@Repository
class OnboardingStore {

    private final JdbcClient database;

    OnboardingStore(JdbcClient database) {
        this.database = database;
    }

    /** The ids of both changes are chosen here, before anything is written, so that no crash can propose one twice. */
    void add(Onboarding onboarding) {
        database.sql("""
                        insert into services_onboardings (id, service, team, repository, origin, source, wish, requested_by,
                            state, service_change, platform_change, requested_at)
                        values (:id, :service, :team, :repository, :origin, :source, cast(:wish as jsonb), :by, :state,
                            :serviceChange, :platformChange, :now)
                        """)
                .param("id", onboarding.id().value())
                .param("service", onboarding.service().value())
                .param("team", onboarding.team().value())
                .param("repository", onboarding.repository().toString())
                .param("origin", onboarding.origin().name())
                .param("source", onboarding.source())
                .param("wish", OnboardingRows.write(onboarding.wish()))
                .param("by", onboarding.requestedBy())
                .param("state", onboarding.state().name())
                .param("serviceChange", UUID.randomUUID())
                .param("platformChange", UUID.randomUUID())
                .param("now", Timestamp.from(onboarding.requestedAt()))
                .update();
    }

    Optional<Onboarding> find(OnboardingId id) {
        return database.sql("select * from services_onboardings where id = ?")
                .param(id.value())
                .query(OnboardingRows::onboarding)
                .optional();
    }

    Optional<Onboarding> open(ServiceName service) {
        return database.sql("select * from services_onboardings where service = ? and finished_at is null")
                .param(service.value())
                .query(OnboardingRows::onboarding)
                .optional();
    }

    List<Onboarding> newest(int limit) {
        return database.sql("""
                        select id, service, team, repository, origin, source, wish, requested_by, state, message,
                            default_branch, null as detection, '[]' as files, '[]' as kept, service_pull, platform_pull,
                            requested_at, finished_at
                        from services_onboardings order by requested_at desc limit ?
                        """).param(limit).query(OnboardingRows::onboarding).list();
    }

    List<Onboarding> open() {
        return database.sql("select * from services_onboardings where finished_at is null order by requested_at")
                .query(OnboardingRows::onboarding)
                .list();
    }

    /** Whether this team brought the repository here before. */
    boolean broughtBy(RepositoryRef repository, TeamName team) {
        return database.sql("""
                        select count(*) from services_onboardings where repository = ? and team = ? and origin <> 'HERE'
                        """)
                        .params(repository.toString(), team.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    ChangeId serviceChange(OnboardingId id) {
        return change("service_change", id);
    }

    ChangeId platformChange(OnboardingId id) {
        return change("platform_change", id);
    }

    private ChangeId change(String column, OnboardingId id) {
        return new ChangeId(database.sql("select " + column + " from services_onboardings where id = ?")
                .param(id.value())
                .query(UUID.class)
                .single());
    }

    /** Moves on from the state that it was thought to be in; false when it no longer is. */
    boolean move(Onboarding onboarding, State to, String message, Instant now) {
        return database.sql("""
                        update services_onboardings set state = :to, message = :message, attempts = 0,
                            finished_at = case when :ended then cast(:now as timestamptz) else null end
                        where id = :id and state = :from
                        """)
                        .param("to", to.name())
                        .param("message", message)
                        .param("ended", to.ended())
                        .param("now", Timestamp.from(now))
                        .param("id", onboarding.id().value())
                        .param("from", onboarding.state().name())
                        .update()
                == 1;
    }

    /** What it waits for; true when that is news. */
    boolean remark(OnboardingId id, String message) {
        return database.sql("update services_onboardings set message = :message where id = :id and message <> :message")
                        .param("message", message)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void fetched(OnboardingId id, String defaultBranch) {
        set(id, "default_branch", defaultBranch);
    }

    void servicePull(OnboardingId id, PullRequestRef pull) {
        set(id, "service_pull", pull.repository() + "#" + pull.number());
    }

    void platformPull(OnboardingId id, PullRequestRef pull) {
        set(id, "platform_pull", pull.repository() + "#" + pull.number());
    }

    private void set(OnboardingId id, String column, String text) {
        database.sql("update services_onboardings set " + column + " = ? where id = ?")
                .params(text, id.value())
                .update();
    }

    void inspected(OnboardingId id, Detection detection, List<Onboarding.ProposedFile> files, List<String> kept) {
        database.sql("""
                        update services_onboardings set detection = cast(:detection as jsonb), files = cast(:files as jsonb),
                            kept = cast(:kept as jsonb) where id = :id
                        """)
                .param("detection", OnboardingRows.write(detection))
                .param("files", OnboardingRows.write(files))
                .param("kept", OnboardingRows.write(kept))
                .param("id", id.value())
                .update();
    }

    void correct(OnboardingId id, Object wish) {
        database.sql("update services_onboardings set wish = cast(? as jsonb) where id = ?")
                .params(OnboardingRows.write(wish), id.value())
                .update();
    }

    /** Returns how often it was tried, this time included. */
    int tried(OnboardingId id) {
        return database.sql("update services_onboardings set attempts = attempts + 1 where id = ? returning attempts")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /** Returns whether it was still open. */
    boolean cancel(OnboardingId id) {
        return database.sql("update services_onboardings set cancelled = true where id = ? and finished_at is null")
                        .param(id.value())
                        .update()
                == 1;
    }

    boolean isCancelled(OnboardingId id) {
        return database.sql("select cancelled from services_onboardings where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }
}
