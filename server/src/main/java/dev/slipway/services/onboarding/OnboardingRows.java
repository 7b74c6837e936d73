package dev.slipway.services.onboarding;

import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.services.Detection;
import dev.slipway.services.Onboarding;
import dev.slipway.services.OnboardingId;
import dev.slipway.services.OnboardingWish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows into onboardings, and values into their JSON columns. */
final class OnboardingRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private OnboardingRows() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static Onboarding onboarding(ResultSet row, int number) throws SQLException {
        String detection = row.getString("detection");
        Timestamp finished = row.getTimestamp("finished_at");
        return new Onboarding(
                new OnboardingId(row.getObject("id", UUID.class)),
                new ServiceName(row.getString("service")),
                new TeamName(row.getString("team")),
                RepositoryRef.parse(row.getString("repository")),
                Onboarding.Origin.valueOf(row.getString("origin")),
                row.getString("source"),
                JSON.readValue(row.getString("wish"), OnboardingWish.class),
                row.getString("requested_by"),
                Onboarding.State.valueOf(row.getString("state")),
                row.getString("message"),
                row.getString("default_branch"),
                detection == null ? null : JSON.readValue(detection, Detection.class),
                JSON.readValue(row.getString("files"), new TypeReference<List<Onboarding.ProposedFile>>() {}),
                JSON.readValue(row.getString("kept"), new TypeReference<List<String>>() {}),
                pull(row.getString("service_pull")),
                pull(row.getString("platform_pull")),
                row.getTimestamp("requested_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static @Nullable PullRequestRef pull(@Nullable String text) {
        return text == null ? null : PullRequestRef.parse(text);
    }
}
