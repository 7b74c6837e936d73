package dev.slipway.gitops.validation.refusal.workloads;

import dev.slipway.documents.spelling.Nearest;
import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A CronJob has a schedule, in a time zone that there is. */
public final class CronJobCheck implements ObjectCheck {

    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        if (object.kind().equals("CronJob") && object.group().equals("batch")) {
            object.text("spec", "schedule").flatMap(CronJobCheck::schedule).ifPresent(found);
            object.text("spec", "timeZone").flatMap(CronJobCheck::zone).ifPresent(found);
        }
    }

    private static Optional<Violation> schedule(String schedule) {
        if (schedule.contains("TZ")) {
            return Optional.of(Violation.error(
                    Rule.SCHEDULE,
                    "/spec/schedule",
                    "The schedule \"" + schedule + "\" says its time zone.",
                    CronSchedule.WORDS,
                    "Say it in spec.timeZone: Kubernetes refuses it here."));
        }
        return CronSchedule.problem(schedule)
                .map(what -> Violation.refused(Rule.SCHEDULE, "/spec/schedule", what, CronSchedule.WORDS));
    }

    private static Optional<Violation> zone(String zone) {
        return ZONES.contains(zone)
                ? Optional.empty()
                : Optional.of(Violation.error(
                        Rule.SCHEDULE,
                        "/spec/timeZone",
                        "There is no time zone \"" + zone + "\".",
                        "a name of the IANA time zone database, for example Europe/Berlin",
                        Nearest.of(zone, ZONES)
                                .map(each -> "Did you mean \"" + each + "\"?")
                                .orElse("Kubernetes refuses the object.")));
    }
}
