package dev.slipway.portal.home;

import dev.slipway.desiredstate.DesiredState;
import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.ui.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened lately, told by the platform repository: its log is the deployment history. */
@Component
public class Activity {

    private final Platforms platforms;
    private final GitContent content;
    private final DesiredState desired;

    Activity(Platforms platforms, GitContent content, DesiredState desired) {
        this.platforms = platforms;
        this.content = content;
        this.desired = desired;
    }

    /**
     * One commit.
     *
     * @param service null when it concerns none
     */
    public record Event(
            CommitId commit,
            String subject,
            String by,
            String icon,
            Tone tone,
            @Nullable String service,
            Instant at) {}

    /**
     * The newest commits; a merge says nothing that its commits do not.
     *
     * @param path null for everything
     */
    public List<Event> newest(@Nullable String path, int limit) {
        Optional<PlatformDefinition> definition = platforms.find();
        return definition
                .flatMap(found -> content.resolve(found.repository(), "refs/heads/main"))
                .map(tip -> content.log(definition.get().repository(), tip, null, path, 2 * limit).stream()
                        .filter(commit -> commit.parents().size() < 2)
                        .limit(limit)
                        .map(Activity::event)
                        .toList())
                .orElse(List.of());
    }

    /** The newest commits to a service's Applications, and to files elsewhere in which its Releases stand. */
    public List<Event> of(ServiceName service, int limit) {
        return paths(service).stream()
                .flatMap(path -> newest(path, limit).stream())
                .distinct()
                .sorted(Comparator.comparing(Event::at).reversed())
                .limit(limit)
                .toList();
    }

    /** The first is the folder of the golden paths' layout, the others are not below it. */
    public List<String> paths(ServiceName service) {
        String folder = "applications/" + service;
        List<String> paths = new ArrayList<>(List.of(folder));
        desired.current().map(each -> each.of(service)).orElse(List.of()).stream()
                .flatMap(each -> each.releaseFiles().stream())
                .filter(each -> !each.startsWith(folder + "/") && !paths.contains(each))
                .forEach(paths::add);
        return paths;
    }

    private static Event event(Commit commit) {
        Map<String, String> trailers = commit.trailers();
        String kind = trailers.getOrDefault("Slipway-Kind", "");
        String service = trailers.get("Slipway-Service");
        String by =
                trailers.getOrDefault("Slipway-Requested-By", commit.author().name());
        return new Event(commit.id(), commit.subject(), by, icon(kind), tone(kind), service, commit.committedAt());
    }

    private static String icon(String kind) {
        return switch (kind) {
            case "release", "promotion", "deployment" -> "rocket";
            case "rollback" -> "arrow-back-up";
            case "scaffold" -> "sparkles";
            case "delete" -> "trash";
            case "configure" -> "adjustments";
            case "platform" -> "settings";
            default -> "git-commit";
        };
    }

    private static Tone tone(String kind) {
        return switch (kind) {
            case "release", "promotion", "deployment" -> Tone.GOOD;
            case "rollback" -> Tone.WAITING;
            case "delete" -> Tone.BAD;
            case "scaffold" -> Tone.BUSY;
            default -> Tone.QUIET;
        };
    }
}
