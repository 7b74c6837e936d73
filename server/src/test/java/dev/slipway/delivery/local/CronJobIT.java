package dev.slipway.delivery.local;

import static dev.slipway.delivery.local.TestManifests.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kustomize.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs that a schedule starts. */
class CronJobIT extends OnLocalCluster {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String EVERY_MINUTE = "* * * * *";
    private static final String LONG = "exec sleep 1000";

    @BeforeEach
    void waitForTheNextMinute() {
        cluster.clock.moveTo(Instant.parse("2031-03-04T05:00:59Z"));
    }

    @Test
    void runsWhenItsScheduleSaysSoAndNotWhileSuspended() {
        cluster.commit(
                cronJob("report", "1 5 4 3 *", "echo counted", ""),
                cronJob("paused", EVERY_MINUTE, "true", ", 'suspend': true"),
                cronJob("later", "2 5 4 3 *", "true", ""));

        cluster.await("ran", state -> succeeded("report") == 1);

        assertThat(runs("paused")).isEmpty();
        assertThat(runs("later")).isEmpty();
        assertThat(cluster.engine().logs("shop", null, 10))
                .anySatisfy(line -> assertThat(line.text()).isEqualTo("counted"));
    }

    @Test
    void startsNoneBesideAnotherWhereThatIsForbidden() {
        cluster.commit(
                cronJob("alone", EVERY_MINUTE, LONG, ", 'concurrencyPolicy': 'Forbid'"),
                cronJob("together", EVERY_MINUTE, LONG, ""));
        cluster.await(
                "first", state -> runs("alone").size() == 1 && runs("together").size() == 1);

        cluster.clock.advance(MINUTE);
        cluster.await("second", state -> runs("together").size() == 2);

        assertThat(runs("alone")).hasSize(1);
    }

    @Test
    void replacesTheOneThatRunsWhereThatIsSaid() {
        cluster.commit(cronJob("newest", EVERY_MINUTE, LONG, ", 'concurrencyPolicy': 'Replace'"));
        cluster.await("first", state -> runs("newest").size() == 1);
        String first = runs("newest").getFirst();

        cluster.clock.advance(MINUTE);

        cluster.await(
                "replaced",
                state -> runs("newest").size() == 1 && !runs("newest").contains(first));
    }

    @Test
    void keepsAsManyRunsAsItsHistoryMayHave() {
        cluster.commit(cronJob("report", EVERY_MINUTE, "true", ", 'successfulJobsHistoryLimit': 1"));
        cluster.await("first", state -> succeeded("report") == 1);
        String first = runs("report").getFirst();

        cluster.clock.advance(MINUTE);

        cluster.await(
                "second", state -> succeeded("report") == 1 && !runs("report").contains(first));
    }

    @Test
    void isDegradedWhereItsScheduleIsNone() {
        cluster.commit(cronJob("report", "every day", "true", ""));

        assertThat(cluster.await("degraded", DEGRADED).healthMessage())
                .contains("the schedule \"every day\" is not understood");
    }

    private List<String> runs(String cronJob) {
        return cluster.rows()
                .sql("select id from delivery_pods where owner_name = ? order by created_at")
                .param(cronJob)
                .query(String.class)
                .list();
    }

    private int succeeded(String cronJob) {
        return cluster.rows()
                .sql(
                        "select count(*) from delivery_pods join delivery_processes on pod = id where owner_name = ? and exit_code = 0")
                .param(cronJob)
                .query(Integer.class)
                .single();
    }

    private static Resource cronJob(String name, String schedule, String script, String more) {
        return resource("""
                {'apiVersion': 'batch/v1', 'kind': 'CronJob', 'metadata': {'name': '%s'},
                 'spec': {'schedule': '%s', 'jobTemplate': {'spec': {'template': {'spec': {'restartPolicy': 'Never', 'containers': [
                  {'name': 'job', 'image': '%s', 'command': ['sh', '-c', '%s']}]}}}} %s}}
                """.formatted(name, schedule, TestImages.reference(1), script, more));
    }
}
